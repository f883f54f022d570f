import math


class Value:
    def __init__(self, data, inputs=()):
        self.data = data
        self.grad = 0
        # What it was computed from, each with its local slope.
        self.inputs = list(inputs)

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1), (other, 1)])

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
        self.grad = 1
        for value in reversed(order):
            for input, slope in value.inputs:
                input.grad += slope * value.grad


def neuron(w, x, b):
    """tanh(b + w₀x₀ + w₁x₁ + …)"""
    total = b
    for weight in w:
        total = total + weight
    return total


def neuron_slopes(weights, inputs, bias):
    """What the neuron gives, then the gradients of its weights and of its bias. Leave this as it is."""
    w = [Value(weight) for weight in weights]
    b = Value(bias)
    output = neuron(w, [Value(value) for value in inputs], b)
    output.backward()
    return [output.data, *(weight.grad for weight in w), b.grad]
