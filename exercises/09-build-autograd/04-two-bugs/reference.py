import math

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

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if value in seen:
                return
            seen.add(value)
            for input, _ in value.inputs:
                visit(input)
            order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            for input, slope in value.inputs:
                input.grad += slope * value.grad


def polynomial(x, y, z):
    shared = x * y
    early = shared * z
    late = early + shared
    return shared * late + late * late


def formula(a, b, c):
    values = [Value(v) for v in (a, b, c)]
    result = polynomial(*values)
    result.backward()
    tensors = [torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in (a, b, c)]
    polynomial(*tensors).backward()  # PyTorch's gradients are the same
    assert all(math.isclose(v.grad, t.grad.item()) for v, t in zip(values, tensors))
    return [result.data, *(v.grad for v in values)]


case(formula, 2.0, 3.0, 0.5)
case(formula, -1.0, 0.75, 2.0)
case(formula, 0.2, -1.5, 1.25)
case(formula, 3.0, 1.0, -2.0)
