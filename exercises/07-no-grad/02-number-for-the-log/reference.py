import torch
from handgrad import case


def mean_loss(x):
    total = torch.zeros([], dtype=x.dtype)
    for row in x:
        loss = (row**2).mean()
        total = total + loss.detach()
    return total / len(x)


case(mean_loss, torch.tensor([[1.0, 2.0, 3.0], [0.0, 2.0, 4.0]], requires_grad=True))
torch.manual_seed(2)
case(mean_loss, torch.randn(4, 3, requires_grad=True))
case(mean_loss, torch.randn(3, 5, requires_grad=True))
case(mean_loss, torch.randn(6, 2, dtype=torch.float64, requires_grad=True))
