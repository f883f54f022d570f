import torch
from handgrad import case


def curvature(x):
    x.requires_grad_()
    y = (x**4 + x.sin()).sum()
    (slope,) = torch.autograd.grad(y, [x], create_graph=True)
    (bend,) = torch.autograd.grad(slope.sum(), [x])
    return bend


case(curvature, torch.tensor([0.0, 1.0, 2.0]))
torch.manual_seed(5)
case(curvature, torch.randn(6))
case(curvature, torch.randn(3, 4))
case(curvature, torch.randn(2, 5, dtype=torch.float64))
