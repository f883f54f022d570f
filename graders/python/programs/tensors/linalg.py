import torch

torch.manual_seed(0)
A = torch.tensor([[2.0, 1.0], [1.0, 3.0]])
b = torch.tensor([3.0, 5.0])
print(A @ b, A.mm(A), A.mv(b), torch.dot(b, b), torch.outer(b, b), A.matmul(A), torch.einsum("ij,jk->ik", A, A))
print(torch.linalg.solve(A, b), torch.linalg.inv(A), torch.det(A), torch.linalg.eigvalsh(A), A.trace(), torch.linalg.cholesky(A))
x = torch.rand(2, 3, 4)
y = torch.rand(2, 4, 5)
print(torch.bmm(x, y).shape, (x @ y).shape, torch.einsum("bij,bjk->bik", x, y).shape, torch.tensordot(x, y, dims=([0, 2], [0, 1])).shape)
q, r = torch.linalg.qr(A)
print((q @ r).round(decimals=4), torch.linalg.matrix_rank(A), torch.linalg.matrix_power(A, 3), torch.kron(A, A).shape)
u, s, vh = torch.linalg.svd(A)
print(s, torch.dist(b, b + 1), torch.cdist(A, A), torch.cross(torch.tensor([1.0, 0, 0]), torch.tensor([0.0, 1, 0]), dim=0))
try:
    torch.linalg.inv(torch.zeros(2, 2))
except RuntimeError as error:
    print(type(error).__name__, error)
print(torch.linalg.lstsq(A, b.unsqueeze(1)).solution.flatten(), torch.block_diag(A, A).shape)
