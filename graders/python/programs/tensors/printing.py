import torch

torch.manual_seed(0)
print(torch.rand(3, 4))
print(torch.randn(2, 2, 3))
print(torch.arange(2000))
print(torch.rand(100, 100))
print(torch.tensor([1e10, 1.0]), torch.tensor([1e-5, 1.0]), torch.tensor([100000.0, 0.5]))
print(torch.tensor([[1.0, -2.0], [3.5, 1000.25]]), torch.tensor([0.1, 0.123456789]))
torch.set_printoptions(precision=2, sci_mode=False)
print(torch.rand(3), torch.tensor([1e-5, 123456.0]))
torch.set_printoptions(profile="default")
print(torch.rand(2, requires_grad=True), torch.rand(2, requires_grad=True) * 2)
print([torch.tensor(1), torch.tensor([2.0])], {"a": torch.ones(2)}, (torch.zeros(1),))
