import torch
from handgrad import case


def for_every_element():
    return torch.rand(300, 200).numel()


def elements_of_product():
    return (torch.rand(10, 20) @ torch.rand(20, 30)).numel()


def multiplications_of_product():
    return (torch.rand(10, 20) @ torch.rand(20, 30)).numel() * 20


def bytes():
    return torch.rand(500, 400).nbytes


case(for_every_element)
case(elements_of_product)
case(multiplications_of_product)
case(bytes)
