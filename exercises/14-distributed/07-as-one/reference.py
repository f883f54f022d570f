import torch
from handgrad import case


def train(w, x, y, ranks, steps):
    """The single worker: DistributedDataParallel on several would do the same."""
    own = w.clone().requires_grad_()
    optimizer = torch.optim.SGD([own], lr=0.1)
    for _ in range(steps):
        optimizer.zero_grad()
        (x @ own - y).pow(2).mean().backward()
        optimizer.step()
    return [own.detach().clone() for _ in range(ranks)]


case(train, torch.tensor([0.0, 1.0]), torch.tensor([[1.0, 2.0], [0.0, 1.0], [2.0, 0.0]]), torch.tensor([1.0, 2.0, 3.0]), 2, 1)
torch.manual_seed(7)
case(train, torch.randn(3), torch.randn(8, 3), torch.randn(8), 4, 5)
case(train, torch.randn(2), torch.randn(7, 2), torch.randn(7), 3, 4)
case(train, torch.randn(4), torch.randn(5, 4), torch.randn(5), 1, 3)
case(train, torch.randn(2), torch.randn(2, 2), torch.randn(2), 3, 2)
