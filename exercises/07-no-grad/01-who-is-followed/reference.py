import torch
from handgrad import case

a = torch.rand(3, requires_grad=True)
b = torch.rand(3, requires_grad=True)


def from_detached():
    return (a.detach() * 2).requires_grad


def half_detached():
    return (a.detach() * b).requires_grad


def made_in_no_grad():
    with torch.no_grad():
        return (a * b).requires_grad


def continued_outside():
    with torch.no_grad():
        product = a * b
    return (product + b).requires_grad


def leaf_in_no_grad():
    with torch.no_grad():
        return torch.zeros(3, requires_grad=True).requires_grad


def compared():
    return (a > 0.5).requires_grad


case(from_detached)
case(half_detached)
case(made_in_no_grad)
case(continued_outside)
case(leaf_in_no_grad)
case(compared)
