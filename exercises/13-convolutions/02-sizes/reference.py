import torch
from handgrad import case


def shape_after(shape, layers):
    x = torch.zeros(1, *shape)
    for channels, kernel, stride, padding in layers:
        x = torch.nn.Conv2d(x.shape[1], channels, kernel, stride, padding)(x)
    return list(x.shape[1:])


case(shape_after, [1, 12, 12], [[8, 3, 1, 1]])
case(shape_after, [3, 20, 30], [[16, 5, 1, 0], [4, 3, 2, 1]])
case(shape_after, [3, 17, 23], [[8, 4, 3, 2], [8, 3, 2, 0], [2, 2, 1, 1]])
case(shape_after, [5, 9, 14], [[6, 7, 2, 3]])
case(shape_after, [2, 8, 6], [])
