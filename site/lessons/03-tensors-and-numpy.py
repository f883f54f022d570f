# %% zeros-half
import numpy as np
import torch

torch.manual_seed(42)
torch.zeros(3, 4, dtype=torch.float16)

# %% zeros-short
torch.zeros(2, 4, 5, dtype=torch.int16)

# %% rand-four
torch.rand(2, 3, 4, 5).shape

# %% factories
print(torch.ones(2, 3))
print(torch.full([2, 3], 7))
print(torch.arange(2, 10, 3))
print(torch.eye(3))

# %% inferred
print(torch.tensor([1, 2]).dtype)
print(torch.tensor([1, 2.5]).dtype)
print(torch.tensor([True, False]).dtype)

# %% whole-floats
torch.tensor([1, 2], dtype=torch.float32)

# %% wrap
torch.tensor([200], dtype=torch.uint8) + 100

# %% precision
big = torch.tensor([16777216, 16777217], dtype=torch.float32)
print(big.to(torch.int64))
print(torch.tensor([0.1]).to(torch.float64) == 0.1)

# %% promotion
print((torch.tensor([1, 2]) + torch.tensor([0.5, 0.5])).dtype)
print(torch.tensor([1, 2]) / 2)
print(torch.tensor([3, 5]) > 4)

# %% make
python_list = [1, 2]
numpy_array = np.array(python_list)
tensor_from_list = torch.tensor(python_list)
tensor_from_array = torch.tensor(numpy_array)
tensor_from_array_v2 = torch.from_numpy(numpy_array)
array_from_tensor = tensor_from_array.numpy()

print('List: ', python_list)
print('Array: ', numpy_array)
print('Tensor: ', tensor_from_list)
print('Tensor: ', tensor_from_array)
print('Tensor: ', tensor_from_array_v2)
print('Array: ', array_from_tensor)

# %% shared-write
numpy_array[0] = 10
print('Array: ', numpy_array)
print('Tensor: ', tensor_from_array)
print('Tensor: ', tensor_from_array_v2)

# %% other-way
tensor_from_array_v2.mul_(3)
print('Array: ', numpy_array)

# %% back
array_from_tensor[1] = -5
print('Tensor: ', tensor_from_array)

# %% rebound
source = np.array([1, 2, 3], dtype=np.float32)
shared = torch.from_numpy(source)
shared = shared * 2
shared.add_(1)
print(source)

# %% float64
measured = np.array([0.5, 1.5])
print(torch.from_numpy(measured))
print(torch.from_numpy(measured).to(torch.float32))
try:
    torch.from_numpy(measured) @ torch.ones(2)
except RuntimeError as error:
    print(error)
