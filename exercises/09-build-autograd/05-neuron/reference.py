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

    def tanh(self):
        result = math.tanh(self.data)
        return Value(result, [(self, 1 - result**2)])

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


def neuron(w, x, b):
    total = b
    for weight, input in zip(w, x):
        total = total + weight * input
    return total.tanh()


def neuron_slopes(weights, inputs, bias):
    w, x, b = [Value(v) for v in weights], [Value(v) for v in inputs], Value(bias)
    output = neuron(w, x, b)
    output.backward()
    ours = [output.data, *(weight.grad for weight in w), b.grad]
    tw, tb = (torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in (weights, bias))
    theirs = torch.tanh(tb + tw @ torch.tensor(inputs, dtype=torch.float64))
    theirs.backward()  # PyTorch's gradients are the same
    assert torch.allclose(torch.tensor(ours, dtype=torch.float64), torch.cat([theirs[None], tw.grad, tb.grad[None]]))
    return ours


case(neuron_slopes, [0.5, -1.0], [2.0, 0.5], 0.25)
case(neuron_slopes, [1.5, 0.25, -0.75], [0.2, -1.0, 0.6], -0.4)
case(neuron_slopes, [-0.3], [2.5], 1.0)
case(neuron_slopes, [0.1, 0.2, 0.3, 0.4, 0.5], [1.0, -1.0, 0.5, -0.5, 0.25], 0.0)
