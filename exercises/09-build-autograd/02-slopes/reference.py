import math

import torch
from handgrad import case


class Value:
    def __init__(self, data, inputs=()):
        self.data = data
        self.grad = 0.0
        self.inputs = list(inputs)

    def pow(self, n):
        return Value(self.data**n, [(self, n * self.data ** (n - 1))])

    def exp(self):
        result = math.exp(self.data)
        return Value(result, [(self, result)])

    def sin(self):
        return Value(math.sin(self.data), [(self, math.cos(self.data))])

    def tanh(self):
        result = math.tanh(self.data)
        return Value(result, [(self, 1 - result**2)])

    def relu(self):
        return Value(max(0.0, self.data), [(self, 1.0 if self.data > 0 else 0.0)])


def slopes(x, n):
    value = Value(x)
    rows = [[v.data, v.inputs[0][1]] for v in (value.pow(n), value.exp(), value.sin(), value.tanh(), value.relu())]
    tensor = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    results = tensor**n, tensor.exp(), tensor.sin(), tensor.tanh(), tensor.relu()
    theirs = [[r.item(), torch.autograd.grad(r, tensor)[0].item()] for r in results]
    assert torch.allclose(torch.tensor(rows), torch.tensor(theirs))
    return rows


case(slopes, 2.0, 3)
case(slopes, 0.5, -1)
case(slopes, -1.75, 2)
case(slopes, -0.25, 4)
