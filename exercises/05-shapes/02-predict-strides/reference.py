import torch
from handgrad import case

x = torch.zeros(4, 3, 5)


def transposed():
    return list(x.transpose(0, 2).stride())


def one_row_of_each():
    return list(x[:, 1].stride())


def every_second():
    return list(x[::2, :, 1:4].stride())


def viewed():
    return list(x.view(6, 10).stride())


def expanded():
    return list(x[0].unsqueeze(0).expand(7, 3, 5).stride())


case(transposed)
case(one_row_of_each)
case(every_second)
case(viewed)
case(expanded)
