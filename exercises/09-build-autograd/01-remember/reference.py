import torch
from handgrad import case


class Value:
    def __init__(self, data, inputs=()):
        self.data = data
        self.grad = 0.0
        self.inputs = list(inputs)

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])


def trace(a, b):
    x, y = Value(a), Value(b)
    rows = [[v.data, *(slope for _, slope in v.inputs)] for v in (x + y, x * y, x * x)]
    tx, ty = (torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in (a, b))
    for row, result in zip(rows, (tx + ty, tx * ty)):  # PyTorch's slopes are the same
        assert row[1:] == [g.item() for g in torch.autograd.grad(result, (tx, ty))]
    return rows


case(trace, 3.5, -2.0)
case(trace, 0.25, 8.0)
case(trace, -1.5, 0.0)
case(trace, 12.0, -7.25)
