import torch
from handgrad import case


def transpose_each(x):
    return x.transpose(-1, -2)


case(transpose_each, torch.arange(6.0).reshape(2, 3), memory=True, strides=True)
torch.manual_seed(2)
case(transpose_each, torch.rand(3, 2, 4), memory=True, strides=True)
case(transpose_each, torch.randint(0, 50, (2, 5, 3, 4)), memory=True, strides=True)
case(transpose_each, torch.randn(4, 6).t(), memory=True, strides=True)
