# Mistakes of exercises/*/mistakes, made in Python: each is to be told what its author in TypeScript is told.

# %% 03-tensors-and-numpy/01-numbered from-zero
import torch


def numbered(rows, columns):
    return torch.arange(rows * columns, dtype=torch.float32).reshape(rows, columns)


# %% 03-tensors-and-numpy/01-numbered down-columns
import torch


def numbered(rows, columns):
    return torch.arange(1.0, rows * columns + 1).view(columns, rows).T


# %% 04-indexing/01-pick-elements in-order
def pick_three(x):
    return x[[0, 1, -1]]


# %% 05-shapes/01-strides-of from-the-left
def strides_of(sizes):
    strides, step = [], 1
    for size in sizes:
        strides.append(step)
        step *= size
    return strides


# %% 05-shapes/03-flatten-each copied
def flatten_each(x):
    return x.clone().flatten(1)


# %% 05-shapes/05-spread-a-mask not-expanded
def spread_rows(mask, x):
    return mask[:, None]


# %% 06-autograd/01-first-slope mean
def slope(x):
    x.requires_grad_()
    (x**3 - 2 * x).mean().backward()
    return x.grad


# %% 07-no-grad/01-who-is-followed bool-gradient
def from_detached():
    return False


def half_detached():
    return True


def made_in_no_grad():
    return False


def continued_outside():
    return True


def leaf_in_no_grad():
    return True


def compared():
    return True


# %% 07-no-grad/03-within-bounds refused
def limit_weights(w, limit):
    return w.clamp_(-limit, limit)


# %% 07-no-grad/03-within-bounds new-leaf
def limit_weights(w, limit):
    return w.detach().clamp(min=-limit, max=limit).requires_grad_()


# %% 07-no-grad/04-frozen-half nothing-frozen
import torch


def predict(x, base, head):
    return torch.relu(x @ base) @ head


# %% 09-build-autograd/01-remember product-of-ones
class Value:
    def __init__(self, data, inputs=()):
        self.data = data
        self.inputs = inputs

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1), (other, 1)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, 1), (other, 1)])


def trace(a, b):
    x, y = Value(a), Value(b)
    return [[value.data, *(slope for _, slope in value.inputs)] for value in (x + y, x * y, x * x)]


# %% 10-optimisers/01-the-path piled-up
import torch


def path(start, rate, steps):
    p = start.clone().requires_grad_()
    rows = [p.detach().clone()]
    for _ in range(steps):
        (p[0] ** 2 + 10 * p[1] ** 2).backward()
        with torch.no_grad():
            p -= rate * p.grad
        rows.append(p.detach().clone())
    return torch.stack(rows)


# %% 11-deep-learning/02-lost-layers sequential
from torch import nn


class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.Sequential(*[nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])])

    def forward(self, x):
        return self.layers(x)


def try_out(x, sizes):
    net = Net(sizes)
    return [name for name, _ in net.named_parameters()], net(x)


# %% 11-deep-learning/03-surprise overflows
def cross_entropy(scores, labels):
    right = scores.gather(1, labels.unsqueeze(1)).squeeze(1)
    return (scores.exp().sum(1).log() - right).mean()


# %% 12-data-loading/01-batches clones
def batches(x, size):
    return [x[start : start + size].clone() for start in range(0, len(x), size)]


def written_through(x, size):
    for batch in batches(x, size):
        batch *= 2
    return x


# %% 13-convolutions/01-slide mean
import torch


def slide(image, kernel):
    rows, columns = kernel.shape
    out = torch.zeros(image.size(0) - rows + 1, image.size(1) - columns + 1)
    for i in range(out.size(0)):
        for j in range(out.size(1)):
            out[i, j] = (image[i : i + rows, j : j + columns] * kernel).mean()
    return out


# %% 14-distributed/01-deal chunks
def deal(x, ranks):
    return list(x.tensor_split(ranks))


def written_through(x, ranks):
    for rank, share in enumerate(deal(x, ranks)):
        share *= rank + 1
    return x


# %% 16-attention/01-shares by-d
import torch


def shares(q, k):
    return torch.softmax(q @ k.transpose(-2, -1) / q.shape[-1], dim=-1)
