import torch
from handgrad import case


def centred(x):
    return x - x.mean(1, keepdim=True)


case(centred, torch.tensor([[1.0, 2.0, 6.0], [0.0, 4.0, 5.0]], requires_grad=True), backward=True)
torch.manual_seed(4)
case(centred, torch.randn(4, 3, requires_grad=True), backward=True)
case(centred, torch.randn(2, 7, requires_grad=True), backward=True)
case(centred, torch.randn(5, 2, dtype=torch.float64, requires_grad=True), backward=True)
