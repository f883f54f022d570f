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

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if value in seen:
                return
            seen.add(value)
            order.append(value)
            for input, _ in value.inputs:
                visit(input)

        visit(self)
        self.grad = 1
        for value in order:
            for input, slope in value.inputs:
                input.grad = slope * value.grad


def formula(a, b, c):
    """The result of a formula and the gradients of its three inputs. Leave this as it is."""
    x, y, z = Value(a), Value(b), Value(c)
    shared = x * y
    early = shared * z
    late = early + shared
    result = shared * late + late * late
    result.backward()
    return [result.data, x.grad, y.grad, z.grad]
