import torch
from handgrad import case


def average(gradients, counts):
    weighted = [gradient * count for gradient, count in zip(gradients, counts)]
    return torch.stack(weighted).sum(0) / sum(counts)


case(average, [torch.tensor([3.0, 0.0]), torch.tensor([0.0, 6.0])], [2, 1])
torch.manual_seed(2)
case(average, [torch.randn(3, 2) for _ in range(4)], [5, 5, 5, 1])
case(average, [torch.randn(4) for _ in range(3)], [7, 3, 2])
case(average, [torch.randn(2, 1, 3) for _ in range(2)], [1, 9])
