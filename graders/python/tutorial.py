# The code of the tutorial that the course grew from, block by block, unchanged. Its author ran the blocks out of order:
# the blocks called `drawn-…` bring the stream of random numbers to where it was then.

# %% libraries
import torch
import numpy as np
from matplotlib import pyplot as plt
# set seed
torch.random.manual_seed(42)

# %% half
# rank-2 (2d) tensor - float is default
torch.zeros(3, 4, dtype=torch.float16)

# %% short
# rank-3 tensor
torch.zeros(2, 4, 5, dtype=torch.int16)

# %% rank-4
# rank-4 tensor
torch.rand(2, 3, 4, 5)

# %% lists-and-arrays
# create tensor from lists and np arrays
python_list = [1, 2]
# Create a numpy array from python list
numpy_array = np.array(python_list)
# Create a torch Tensor from python list
tensor_from_list = torch.tensor(python_list)
# Create a torch Tensor from Numpy array (compies memory)
tensor_from_array = torch.tensor(numpy_array)
# Another way to create a torch Tensor from Numpy array (Share same storage)
tensor_from_array_v2 = torch.from_numpy(numpy_array)
# Convert torch tensor to numpy array
array_from_tensor = tensor_from_array.numpy()
print('List: ', python_list)
print('Array: ', numpy_array)
print('Tensor: ', tensor_from_list)
print('Tensor: ', tensor_from_array)
print('Tensor: ', tensor_from_array_v2)
print('Array: ', array_from_tensor)

# %% shared-memory
numpy_array[0] = 10
print('Array: ', numpy_array)
print('Tensor: ', tensor_from_array)
print('Tensor: ', tensor_from_array_v2)

# %% drawn-5
torch.random.manual_seed(42)
_ = torch.rand(5)

# %% rank-1
# rank-1
a = torch.rand(5)
a[2]

# %% two-elements
# select two elements
a[[2, 4]]

# %% three-elements
# select three elements with a mask
a[[True, False, False, True, True]]

# %% drawn-25
torch.random.manual_seed(42)
_ = torch.rand(25)

# %% rank-2
# rank-2
tensor = torch.rand((5, 3))
tensor

# %% row
#select row
tensor[0]

# %% element
# select element
tensor[0, 2]

# %% rows
# select rows
rows = torch.tensor([0, 2, 4])
rows

# %% selected-rows
tensor[rows]

# %% drawn-40
torch.random.manual_seed(42)
_ = torch.rand(40)

# %% shapes
tensor = torch.rand(2, 3, 4)
tensor

# %% pointer
print('Pointer to data: ', tensor.data_ptr())
print('Shape: ', tensor.shape)

# %% reshape
reshaped = tensor.reshape(24)
reshaped

# %% view
view = tensor.view(3, 2, 4)
view

# %% addresses
# return adresses
print('Reshaped tensor - pointer to data', reshaped.data_ptr())
print('Reshaped tensor shape ', reshaped.shape)
print('Viewed tensor - pointer to data', view.data_ptr())
print('Viewed tensor shape ', view.shape)

# %% assertions
# assert if the original and the view tensor have the same memory adress
assert tensor.data_ptr() == view.data_ptr()
# assert is flatted tensor and reshapes are the same
assert np.all(np.equal(tensor.numpy().flat, reshaped.numpy().flat))
# print stride - the jump necessary to go from one element to the next one in the specified dimension dim
print('Original stride: ', tensor.stride())
print('Reshaped stride: ', reshaped.stride())
print('Viewed stride: ', view.stride())

# %% drawn-254
torch.random.manual_seed(42)
_ = torch.rand(254)

# %% requires-grad
a = torch.rand((3, 5), requires_grad=True)
a

# %% result
result = a * 5
result

# %% gradient
# we use sum to make it scalar to apply backward pass
mean_result = result.sum()
# Calculate Gradient
mean_result.backward()
# gradient of a
a.grad

# %% drawn-239
torch.random.manual_seed(42)
_ = torch.rand(239)

# %% detach
a = torch.rand((3, 5), requires_grad=True)
detached_a = a.detach()
a

# %% detached
detached_a

# %% detached-result
detached_result = detached_a * 5
result = a * 10

# %% detached-gradient
mean_result = result.sum()
mean_result.backward()
a.grad

# %% drawn-269
torch.random.manual_seed(42)
_ = torch.rand(269)

# %% no-grad
a = torch.rand((3, 5), requires_grad=True)
with torch.no_grad():
    detached_result = a * 5
result = a * 10
detached_result

# %% no-grad-gradient
mean_result = result.sum()
mean_result.backward()
a.grad
