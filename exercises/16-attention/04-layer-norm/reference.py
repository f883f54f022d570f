import torch
from handgrad import case


def layer_norm(x, weight, bias, eps):
    return torch.nn.functional.layer_norm(x, x.shape[-1:], weight, bias, eps)


case(layer_norm, torch.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 6.0]]), torch.ones(3), torch.zeros(3), 0.01)
torch.manual_seed(4)
case(layer_norm, torch.randn(4, 5) * 3 + 2, torch.rand(5), torch.randn(5), 0.001)
case(layer_norm, torch.randn(2, 3, 4), torch.randn(4), torch.rand(4), 0.5)
case(layer_norm, torch.full((2, 6), 7.0), torch.rand(6), torch.rand(6), 0.00001)
