import torch
from handgrad import case


def score_of_label(x, labels):
    return x[torch.arange(x.size(0)), labels]


case(score_of_label, torch.tensor([[0.1, 0.7, 0.2], [0.5, 0.3, 0.2]]), torch.tensor([1, 0]))
torch.manual_seed(4)
case(score_of_label, torch.rand(5, 6), torch.tensor([3, 0, 2, 4, 1]))
case(score_of_label, torch.randn(4, 7), torch.tensor([3, 3, 0, 2]))
case(score_of_label, torch.randn(6, 9, dtype=torch.float64), torch.tensor([0, 5, 1, 5, 2, 2]))
