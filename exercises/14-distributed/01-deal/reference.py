import torch
from handgrad import case


def deal(x, ranks):
    return [x[rank::ranks] for rank in range(ranks)]


def written_through(x, ranks):
    for rank, share in enumerate(deal(x, ranks)):
        share.mul_(rank + 1)
    return x


case(deal, torch.arange(10.0).reshape(5, 2), 2)
torch.manual_seed(1)
case(deal, torch.rand(8), 3)
case(deal, torch.rand(6, 2, 3), 4)
case(deal, torch.rand(2, 3), 3)
case(written_through, torch.arange(7.0), 3)
case(written_through, torch.rand(5, 4), 2)
