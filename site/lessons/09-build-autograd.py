# %% value
class Value:
    def __init__(self, data, inputs=()):
        self.data = data
        self.grad = 0
        self.inputs = list(inputs)

    def __add__(self, other):
        return Value(self.data + other.data, [[self, 1], [other, 1]])

    def __mul__(self, other):
        return Value(self.data * other.data, [[self, other.data], [other, self.data]])

    def __repr__(self):
        return f"Value({self.data:.4f}, grad={self.grad:.4f})"


a = Value(2)
b = Value(-3)
c = Value(10)
y = a * b + c
y

# %% remembers
y.inputs[0][0].inputs

# %% paths
def walk(value, grad):
    value.grad += grad
    for input, slope in value.inputs:
        walk(input, grad * slope)


walk(y, 1)
print(a, b, c)

# %% twice
x = Value(3)
q = x * x + x
walk(q, 1)
x

# %% visits
visits = 0


def count(value):
    global visits
    visits += 1
    for input, _ in value.inputs:
        count(input)


chain = Value(1)
first = chain
for k in range(20):
    chain = chain + chain
count(chain)
visits

# %% order
def in_order(root):
    order, seen = [], set()

    def visit(value):
        if value in seen:
            return
        seen.add(value)
        for input, _ in value.inputs:
            visit(input)
        order.append(value)

    visit(root)
    return order


print(len(in_order(chain)), "numbers, each of them once")
print("  ".join(map(str, in_order(q))))

# %% backward
def backward(root):
    root.grad = 1
    for value in reversed(in_order(root)):
        for input, slope in value.inputs:
            input.grad += slope * value.grad


backward(chain)
print(first.grad, "is 2 to the 20th:", 2**20)

# %% engine
import math


class Value:
    def __init__(self, data, inputs=()):
        self.data = data
        self.grad = 0
        self.inputs = list(inputs)

    @staticmethod
    def of(x):
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, x):
        other = Value.of(x)
        return Value(self.data + other.data, [[self, 1], [other, 1]])

    def __mul__(self, x):
        other = Value.of(x)
        return Value(self.data * other.data, [[self, other.data], [other, self.data]])

    def __pow__(self, n):
        return Value(self.data**n, [[self, n * self.data ** (n - 1)]])

    def exp(self):
        result = math.exp(self.data)
        return Value(result, [[self, result]])

    def tanh(self):
        result = math.tanh(self.data)
        return Value(result, [[self, 1 - result**2]])

    def __sub__(self, x):
        return self + Value.of(x) * -1

    def __truediv__(self, x):
        return self * Value.of(x) ** -1

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

    def __repr__(self):
        return f"Value({self.data:.4f}, grad={self.grad:.4f})"


# %% ours
u = Value(0.5)
v = Value(-1.5)
ours = ((u * v + u.exp()) / (v**2 + 1)).tanh()
ours.backward()
print(f"{ours.data:.4f} {u.grad:.4f} {v.grad:.4f}")

# %% theirs
import torch

tu = torch.tensor(0.5, requires_grad=True)
tv = torch.tensor(-1.5, requires_grad=True)
theirs = ((tu * tv + tu.exp()) / (tv**2 + 1)).tanh()
plot.graph(theirs, {"u": tu, "v": tv, "theirs": theirs})
theirs.backward()
print(theirs.detach(), tu.grad, tv.grad)

# %% network
torch.manual_seed(1)
weights = [Value(w) for w in torch.randn(13).tolist()]


def predict(x1, x2):
    hidden = [(weights[k] * x1 + weights[k + 1] * x2 + weights[k + 2]).tanh() for k in (0, 3, 6)]
    total = weights[12]
    for k, h in enumerate(hidden):
        total = total + h * weights[9 + k]
    return total


examples = [[0, 0, -1], [0, 1, 1], [1, 0, 1], [1, 1, -1]]
for x1, x2, _ in examples:
    print(x1, x2, f"{predict(x1, x2).data:.4f}")

# %% training
for step in range(100):
    loss = Value(0)
    for x1, x2, wanted in examples:
        loss = loss + (predict(x1, x2) - wanted) ** 2
    for weight in weights:
        weight.grad = 0
    loss.backward()
    for weight in weights:
        weight.data -= 0.08 * weight.grad
    plot.line("loss", loss.data)
for x1, x2, _ in examples:
    print(x1, x2, f"{predict(x1, x2).data:.4f}")
