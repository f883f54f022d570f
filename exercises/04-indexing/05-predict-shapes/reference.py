import torch
from handgrad import case

x = torch.zeros(4, 3, 5)


def number_index():
    return list(x[1].shape)


def slice_index():
    return list(x[1:2].shape)


def ellipsis_index():
    return list(x[..., 0].shape)


def new_dimension():
    return list(x[:, None, [0, 2]].shape)


def two_lists():
    return list(x[[0, 1, 3], [2, 0, 1]].shape)


case(number_index)
case(slice_index)
case(ellipsis_index)
case(new_dimension)
case(two_lists)
