import torch
from handgrad import case


def quantize(x):
    limited = x.clamp(-4, 4)
    return limited + (limited.round() - limited).detach()


case(quantize, torch.tensor([0.7, 2.2, 9.0], requires_grad=True), backward=True)
torch.manual_seed(6)
case(quantize, (torch.randn(3, 5) * 4).requires_grad_(), backward=True)
case(quantize, (torch.randn(11) * 3).requires_grad_(), backward=True)
case(quantize, (torch.randn(2, 3, 4, dtype=torch.float64) * 5).requires_grad_(), backward=True)
