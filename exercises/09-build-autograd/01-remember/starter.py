class Value:
    def __init__(self, data, inputs=()):
        self.data = data
        self.grad = 0
        # What it was computed from, each with its local slope.
        self.inputs = list(inputs)

    def __add__(self, other):
        return Value(self.data + other.data)

    def __mul__(self, other):
        return Value(self.data * other.data)


def trace(a, b):
    """For a + b, a · b and a · a: the result, then the slope of each of its inputs. Leave this as it is."""
    x, y = Value(a), Value(b)
    return [[value.data, *(slope for _, slope in value.inputs)] for value in (x + y, x * y, x * x)]
