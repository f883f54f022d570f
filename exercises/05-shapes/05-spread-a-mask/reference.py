import torch
from handgrad import case


def spread_rows(mask, x):
    return mask.unsqueeze(1).expand_as(x)


case(spread_rows, torch.tensor([True, False, True]), torch.arange(12.0).reshape(3, 4), memory=True, strides=True)
torch.manual_seed(3)
case(spread_rows, torch.rand(5) > 0.5, torch.rand(5, 2), memory=True, strides=True)
case(spread_rows, torch.tensor([False, True]), torch.randn(2, 6), memory=True, strides=True)
case(spread_rows, torch.rand(4) > 0.3, torch.randint(0, 9, (4, 7)), memory=True, strides=True)
