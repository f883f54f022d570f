import torch
from handgrad import case


def rank_of_number():
    return torch.tensor(7).ndim


def rank_of_brackets():
    return torch.tensor([[7]]).ndim


def elements():
    return torch.zeros(2, 3, 4).numel()


def rank_left():
    return torch.zeros(2, 3, 4, 5)[1, 0].ndim


def elements_left():
    return torch.zeros(2, 3, 4, 5)[1, 0].numel()


def elements_of_sum():
    return torch.zeros(6, 5).sum(0).numel()


case(rank_of_number)
case(rank_of_brackets)
case(elements)
case(rank_left)
case(elements_left)
case(elements_of_sum)
