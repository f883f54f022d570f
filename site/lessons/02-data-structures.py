# %% scalar
import torch

x = torch.tensor(3.5)
print(x, x.ndim, x.shape, x.numel())

# %% vector
y = torch.tensor([2, -1, 0.5, 4])
print(y.ndim, y.shape)
y[0]

# %% space
z = torch.tensor([1, 1, 2, -2])
print(y + z)
print(y * 2)

# %% dot
print(y.dot(z.to(torch.float32)), (y * z).sum())
print(y.dot(y).sqrt(), y.norm())

# %% matrix
A = torch.tensor([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
print(A.ndim, A.shape, A.numel())
A[1, 2]

# %% matvec
Ay = A.to(torch.float32) @ y
Ay.shape

# %% elementwise
print(Ay)
print((A * y).sum(1))

# %% batch
batch = torch.zeros(8, 3, 20, 30)
batch.shape

# %% peel
print(batch[0].shape, batch[0, 0].shape)
print(batch[0, 0, 5].shape, batch[0, 0, 5, 7].shape)

# %% sums
print(A.sum(0).shape, A.sum(1).shape)

# %% einsum
B = torch.arange(8).reshape(4, 2)
print(torch.einsum('ij,jk->ik', A, B))
print(A @ B)
print(torch.einsum('ij->j', A))

# %% rank
print(A.ndim, torch.linalg.matrix_rank(A.to(torch.float32)))
