import torch
from handgrad import case


def strides_of(sizes):
    return list(torch.empty(sizes).stride())


case(strides_of, [2, 3, 4])
case(strides_of, [7])
case(strides_of, [5, 2])
case(strides_of, [3, 1, 4, 6])
case(strides_of, [])
