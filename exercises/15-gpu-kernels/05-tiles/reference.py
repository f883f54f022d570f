import torch
from handgrad import case


def matmul(a, b):
    return a @ b


case(matmul, torch.arange(6.0).reshape(2, 3), torch.arange(12.0).reshape(3, 4), kernel=True)
torch.manual_seed(5)
case(matmul, torch.randn(8, 16), torch.randn(16, 8), kernel=True)
case(matmul, torch.randn(9, 20), torch.randn(20, 17), kernel=True)
case(matmul, torch.randn(30, 7), torch.randn(7, 5), kernel=True)
