import torch
from handgrad import case


def nearest(points, centres):
    differences = points[:, None] - centres[None, :]
    return (differences**2).sum(2).argmin(1)


case(nearest, torch.tensor([[0.0, 0.0], [5.0, 4.0], [1.0, -3.0]]), torch.tensor([[4.0, 4.0], [0.0, -1.0]]))
torch.manual_seed(7)
case(nearest, torch.randn(9, 3), torch.randn(4, 3))
case(nearest, torch.randn(5, 2), torch.randn(7, 2))
case(nearest, torch.randn(6, 5, dtype=torch.float64), torch.randn(3, 5, dtype=torch.float64))
