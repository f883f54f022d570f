# %% cube
import torch

torch.manual_seed(42)
torch.rand(40)
tensor = torch.rand(2, 3, 4)
tensor

# %% cube-stride
print('Shape: ', tensor.shape)
print('Original stride: ', tensor.stride())

# %% pointer here
tensor.data_ptr()

# %% reshaped
reshaped = tensor.reshape(24)
reshaped

# %% viewed
view = tensor.view(3, 2, 4)
view

# %% same-memory
print(reshaped.data_ptr() == tensor.data_ptr(), view.data_ptr() == tensor.data_ptr())
print(torch.equal(tensor.flatten(), reshaped))
print('Reshaped stride: ', reshaped.stride())
print('Viewed stride: ', view.stride())

# %% minus-one
tensor.view(4, -1).shape

# %% misfit
try:
    tensor.view(5, -1)
except RuntimeError as error:
    print(error)

# %% write-through
grid = torch.arange(6).view(2, 3)
line = grid.view(6)
line[4] = 99
grid

# %% turned
turned = grid.t()
print(turned)
print(turned.shape, turned.stride(), turned.is_contiguous())

# %% permuted
tensor.permute(2, 0, 1).stride()

# %% refused
try:
    turned.view(6)
except RuntimeError as error:
    print(error)

# %% reshape-copies
flat = turned.reshape(6)
print(flat)
print(flat.data_ptr() == turned.data_ptr())

# %% contiguous
print(grid.contiguous().data_ptr() == grid.data_ptr())
print(turned.contiguous().data_ptr() == turned.data_ptr())
turned.contiguous().view(6)

# %% not-transposed
grid.view(3, 2)

# %% expand
column = torch.tensor([[10], [20], [30]])
wide = column.expand(3, 4)
print(wide)
print(wide.stride(), wide.data_ptr() == column.data_ptr())

# %% broadcast-shape
(torch.zeros(5, 1, 4) + torch.zeros(3, 1)).shape

# %% expand-as
mask = torch.tensor([True, False, True, False])
spread = mask.expand_as(tensor)
print(spread.shape, spread.stride())
print(spread.data_ptr() == mask.data_ptr())

# %% masked
tensor[spread]

# %% expanded-write
try:
    wide.add_(1)
except RuntimeError as error:
    print(error)
