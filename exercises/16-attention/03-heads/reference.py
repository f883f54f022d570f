import torch
from handgrad import case


def split_heads(x, heads):
    batch, time, _ = x.shape
    return x.view(batch, time, heads, -1).transpose(1, 2)


case(split_heads, torch.arange(12.0).reshape(1, 3, 4), 2, memory=True, strides=True)
torch.manual_seed(3)
case(split_heads, torch.rand(2, 5, 6), 3, memory=True, strides=True)
case(split_heads, torch.rand(3, 2, 8), 4, memory=True, strides=True)
case(split_heads, torch.rand(2, 4, 10), 5, memory=True, strides=True)
