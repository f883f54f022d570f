import torch
from handgrad import case


def gradient(scores, labels):
    scores = scores.clone().requires_grad_()
    torch.nn.functional.cross_entropy(scores, labels).backward()
    return scores.grad


case(gradient, torch.tensor([[2.0, 1.0, -1.0], [0.0, 0.5, 0.0]]), torch.tensor([0, 2]))
torch.manual_seed(114)
case(gradient, torch.randn(5, 4), torch.randint(4, (5,)))
case(gradient, torch.randn(3, 7) * 4, torch.randint(7, (3,)))
case(gradient, torch.randn(6, 2, dtype=torch.float64), torch.randint(2, (6,)))
