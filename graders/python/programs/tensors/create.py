import torch

print(torch.tensor([1, 2, 3]))
print(torch.tensor([1.0, 2, 3]))
print(torch.tensor([[True, False], [False, True]]))
print(torch.zeros(2, 3), torch.ones((2, 3), dtype=torch.int32))
print(torch.arange(0, 1, 0.25), torch.linspace(0, 1, 5))
print(torch.full((2, 2), 7), torch.full((2, 2), 7.0), torch.eye(3, dtype=torch.bool))
print(torch.empty(0), torch.tensor(3.5), torch.tensor([]))
print(torch.zeros_like(torch.ones(2, 2)), torch.tensor([1e-8, 1e8, float("nan"), -float("inf")]))
print(torch.tensor(3 + 0.0).dtype, torch.tensor(3).dtype, torch.tensor(True).dtype)
x = torch.tensor([[1, 2], [3, 4]], dtype=torch.float64)
print(x, x.dtype, x.shape, x.ndim, x.numel(), x.size(0), x.stride())
