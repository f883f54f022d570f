# %% seed
import torch

torch.manual_seed(42)
torch.rand(5)
a = torch.rand(5)
a

# %% element
a[2]

# %% element-shape
a[2].shape

# %% last
a[-1]

# %% list
a[[2, 4]]

# %% mask
a[[True, False, False, True, True]]

# %% matrix
torch.rand(15)
tensor = torch.rand(5, 3)
tensor

# %% row
tensor[0]

# %% entry
tensor[0, 2]

# %% row-layout
row = tensor[2]
print(row.shape, row.stride(), row.storage_offset())

# %% column
column = tensor[:, 1]
column

# %% column-layout
print(column.shape, column.stride(), column.storage_offset())

# %% slices
tensor[1:4, ::2]

# %% kept
tensor[0:1].shape

# %% rows
rows = torch.tensor([0, 2, 4])
rows

# %% pick
tensor[rows]

# %% view-write
scratch = torch.zeros(2, 3)
scratch[0].fill_(1)
scratch

# %% copy-write
scratch = torch.zeros(2, 3)
scratch[[0]].fill_(1)
scratch

# %% pointers
print(tensor[0].data_ptr() == tensor.data_ptr())
print(tensor[[0]].data_ptr() == tensor.data_ptr())

# %% condition
tensor > 0.5

# %% select
tensor[tensor > 0.5]

# %% put
clipped = tensor.clone()
clipped[clipped > 0.5] = 0.5
clipped

# %% ellipsis
cube = torch.arange(24).reshape(2, 3, 4)
cube[..., 0]

# %% none
print(a.shape, a[None].shape, a[:, None].shape)

# %% pairs
tensor[[0, 2], [1, 2]]

# %% error
try:
    tensor[5]
except IndexError as error:
    print(error)
