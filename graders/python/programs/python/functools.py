import functools
import itertools
from functools import lru_cache, partial, reduce, wraps

import torch


def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        print(f"call {function.__name__}{args} {kwargs}")
        return function(*args, **kwargs)

    return wrapper


@logged
def add(a, b=1):
    """Adds."""
    return a + b


print(add(1), add(2, b=3), add.__name__, add.__doc__)
double = partial(torch.mul, 2)
print(double(torch.tensor([1, 2])), reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(torch.add, [torch.ones(1)] * 3))


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), list(itertools.product([1, 2], "ab")), list(itertools.combinations(range(3), 2)), list(itertools.permutations([1, 2])))
print(list(itertools.chain([1], [2, 3])), list(itertools.islice(itertools.count(5), 3)), list(itertools.accumulate([1, 2, 3])), list(itertools.zip_longest([1], [2, 3])))
print([(k, list(g)) for k, g in itertools.groupby([1, 1, 2])], list(itertools.chain.from_iterable([[1], [2]])), list(itertools.repeat(0, 2)), list(itertools.starmap(pow, [(2, 3)])))
print(list(itertools.takewhile(lambda v: v < 3, range(9))), list(itertools.pairwise([1, 2, 3])), dict(itertools.zip_longest("ab", [1], fillvalue=0)))


class Chain:
    @functools.cached_property
    def value(self):
        print("computed")
        return 5


c = Chain()
print(c.value, c.value)
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: g(f(x)), fs)
print(compose(torch.sin, torch.relu, lambda t: t.sum())(torch.tensor([1.0, -1.0])))
