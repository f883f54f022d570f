import contextlib
import time
from contextlib import contextmanager

import torch


def batches(x, size):
    for start in range(0, len(x), size):
        yield x[start : start + size]


print([b.sum().item() for b in batches(torch.arange(5), 2)])


def countdown(n):
    while n > 0:
        received = yield n
        n = received if received is not None else n - 1


g = countdown(3)
print(next(g), next(g), g.send(5), list(g))


def flatten(nested):
    for item in nested:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, (3, [4])]])), sum(x * x for x in range(4)), {k: v for k, v in zip("ab", [1, 2])}, {x % 3 for x in range(7)})


@contextmanager
def timer(name):
    start = time.perf_counter()
    try:
        yield name
    finally:
        print(name, time.perf_counter() - start >= 0)


with timer("block") as n:
    print("in", n)
with contextlib.suppress(ZeroDivisionError):
    1 / 0
print(any(x > 2 for x in torch.arange(4)), all(x >= 0 for x in torch.arange(4)), next((x for x in [1, 2] if x > 5), "none"))
matrix = [[1, 2], [3, 4]]
print([list(r) for r in zip(*matrix)], [x for row in matrix for x in row if x > 1], [[0] * 2 for _ in range(2)], list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", 2])))
first, *middle, last = range(5)
print(first, middle, last, *[1, 2], sep="-", end="!\n")
