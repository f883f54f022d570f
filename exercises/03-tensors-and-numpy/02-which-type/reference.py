import torch
from handgrad import case


def name(tensor):
    return str(tensor.dtype).removeprefix("torch.")


def from_list():
    return name(torch.tensor([3, 4, 5]))


def halved():
    return name(torch.tensor([3, 4, 5]) / 2)


def bytes_and_ints():
    return name(torch.tensor([1, 2], dtype=torch.uint8) + torch.tensor([1, 2], dtype=torch.int32))


def half_times_number():
    return name(torch.ones(2, dtype=torch.float16) * 3.5)


def counted():
    return name(torch.tensor([True, False, True]).sum())


def compared():
    return name(torch.rand(3) > 0.5)


case(from_list)
case(halved)
case(bytes_and_ints)
case(half_times_number)
case(counted)
case(compared)
