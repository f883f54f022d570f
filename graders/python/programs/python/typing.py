from __future__ import annotations

from typing import Any, Callable, Dict, Iterator, List, Optional, Sequence, Tuple, TypeVar, Union

import torch
from torch import Tensor, nn

T = TypeVar("T")
Transform = Callable[[Tensor], Tensor]


def apply_all(x: Tensor, transforms: Sequence[Transform]) -> Tensor:
    for transform in transforms:
        x = transform(x)
    return x


def first(items: List[T], default: Optional[T] = None) -> Union[T, None]:
    return items[0] if items else default


def stats(x: torch.Tensor) -> Tuple[float, float]:
    return x.mean().item(), x.std().item()


class Model(nn.Module):
    layers: List[nn.Module]

    def __init__(self, sizes: list[int], activation: Callable[..., Any] = nn.ReLU) -> None:
        super().__init__()
        self.net = nn.Sequential(*[m for a, b in zip(sizes, sizes[1:]) for m in (nn.Linear(a, b), activation())][:-1])

    def forward(self, x: Tensor) -> Tensor:
        return self.net(x)


x: Tensor = torch.tensor([1.0, 4.0])
count: int = 3
print(apply_all(x, [torch.sqrt, lambda t: t * 2]), first([1]), first([]), stats(x), count)
print(Model([2, 3, 1]), Model([2, 2], activation=nn.Tanh))
cache: Dict[str, int] = {}
cache["a"] = 1
match len(cache):
    case 0:
        print("empty")
    case 1 | 2:
        print("few")
if (n := len(cache)) > 0:
    print(n)


def varargs(a, /, b, *args, c=3, **kwargs):
    return a, b, args, c, kwargs


print(varargs(1, 2, 4, c=5, d=6), varargs(*[1, 2], **{"z": 1}), (lambda *a, **k: (a, k))(1, k=2))
x = 10


def outer():
    x = 20

    def inner():
        nonlocal x
        x += 1
        return x

    return inner(), x


def change():
    global x
    x = 99


print(outer(), x)
change()
print(x, [1, 2, 3][-2:], (1,) + (2,), {**{"a": 1}, "b": 2}, [*range(3)], {1, 2} | {3}, {1, 2} & {2}, 3 if x else 4)
while True:
    x -= 40
    if x < 0:
        break
else:
    print("never")
print(x)
del x
try:
    print(x)
except NameError as error:
    print(error)
