"""Optimisers, schedulers, samplers and losses of one's own, and kinds of things."""
import collections.abc
import csv
import io
import numbers
import timeit
from enum import StrEnum, auto
from functools import partialmethod, singledispatch
from collections.abc import Iterable, Mapping, Sequence, Callable, MutableMapping

import numpy.linalg as la
import torch
import torch.nn as nn
from torch.nn.modules.loss import _Loss
from torch.nn.modules.utils import _pair
from torch.nn.parameter import Parameter, UninitializedParameter
from torch.optim.lr_scheduler import _LRScheduler
from torch.optim.optimizer import Optimizer, required
from torch.utils.data.sampler import Sampler
from torch.testing import assert_close


class MySGD(Optimizer):
    def __init__(self, params, lr=required, momentum=0.0, weight_decay=0.0):
        if lr is not required and lr < 0.0:
            raise ValueError(f"Invalid learning rate: {lr}")
        defaults = dict(lr=lr, momentum=momentum, weight_decay=weight_decay)
        super().__init__(params, defaults)

    @torch.no_grad()
    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                d_p = p.grad
                if group["weight_decay"] != 0:
                    d_p = d_p.add(p, alpha=group["weight_decay"])
                state = self.state[p]
                if len(state) == 0:
                    state["step"] = 0
                    state["buf"] = torch.zeros_like(p)
                state["step"] += 1
                state["buf"].mul_(group["momentum"]).add_(d_p)
                p.add_(state["buf"], alpha=-group["lr"])
        return loss


class Warmup(_LRScheduler):
    def __init__(self, optimizer, warmup, last_epoch=-1):
        self.warmup = warmup
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        scale = min(1.0, (self.last_epoch + 1) / self.warmup)
        return [base * scale for base in self.base_lrs]


class Focal(_Loss):
    def __init__(self, gamma=2.0, reduction="mean"):
        super().__init__(reduction=reduction)
        self.gamma = gamma

    def forward(self, logits, target):
        ce = nn.functional.cross_entropy(logits, target, reduction="none")
        loss = (1 - torch.exp(-ce)) ** self.gamma * ce
        return loss.mean() if self.reduction == "mean" else loss.sum()


class EverySecond(Sampler):
    def __init__(self, source):
        self.source = source

    def __iter__(self):
        return iter(range(0, len(self.source), 2))

    def __len__(self):
        return (len(self.source) + 1) // 2


torch.manual_seed(0)
x, y = torch.randn(12, 3), torch.randint(0, 2, (12,))
net, ref = nn.Linear(3, 2), nn.Linear(3, 2)
ref.load_state_dict(net.state_dict())
mine, theirs = MySGD(net.parameters(), lr=0.5, momentum=0.9, weight_decay=0.01), torch.optim.SGD(ref.parameters(), lr=0.5, momentum=0.9, weight_decay=0.01)
sched = Warmup(mine, 4)
print(mine.param_groups[0]["lr"], sched.get_last_lr(), required)
for _ in range(5):
    theirs.param_groups[0]["lr"] = mine.param_groups[0]["lr"]
    for model, opt in ((net, mine), (ref, theirs)):
        opt.zero_grad()
        Focal()(model(x), y).backward()
        opt.step()
    sched.step()
assert_close(net.weight, ref.weight)
print(sched.get_last_lr(), sched.last_epoch, len(mine.state), mine.state[net.weight]["step"])
print(mine)
print(sorted(mine.state_dict()), mine.state_dict()["param_groups"][0]["params"])
loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=3, sampler=EverySecond(x))
print([len(b[0]) for b in loader], len(loader), Focal(reduction="sum").reduction, Focal())
try:
    MySGD(net.parameters(), lr=-1)
except ValueError as error:
    print(error)
for actual, expected, settings in (
    (torch.tensor([1, 2]), torch.tensor([1, 3]), {}),
    (torch.ones(2), torch.ones(3), {}),
    (torch.ones(2), torch.ones(2, dtype=torch.float64), {}),
    (1.0, 1.1, {}),
    (torch.ones(2, 2), torch.tensor([[1.0, 1.5], [1.0, 1.0]]), {"rtol": 0.1, "atol": 0.2}),
    ([torch.ones(1)], [torch.ones(1)], {}),
):
    try:
        print(assert_close(actual, expected, **settings))
    except AssertionError as error:
        print(error)
print(Parameter(torch.ones(2)), UninitializedParameter(), nn.Parameter(), isinstance(net.weight, Parameter))
try:
    nn.Parameter([1.0])
except AttributeError as error:
    print(error)
print(_pair(3), _pair((1, 2)), la.norm([3, 4]), nn.DataParallel(nn.Linear(2, 1))(torch.ones(1, 2)).shape)


class Registry(MutableMapping):
    def __init__(self):
        self._items = {}

    def __getitem__(self, key):
        return self._items[key]

    def __setitem__(self, key, value):
        self._items[key] = value

    def __delitem__(self, key):
        del self._items[key]

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)


registry = Registry()
registry.update({"a": 1}, b=2)
print(registry.pop("a"), registry.setdefault("c", 3), "b" in registry, dict(registry), list(registry.items()), registry.get("z", 0), isinstance(registry, Mapping))
kinds = (Iterable, Mapping, Sequence, Callable, collections.abc.Sized, collections.abc.Hashable, collections.abc.Iterator)
for value in ([], (1,), {}, "a", 5, len, {1}, torch.ones(1), (i for i in ())):
    print(type(value).__name__, *(int(isinstance(value, kind)) for kind in kinds))
print([isinstance(v, numbers.Number) for v in (1, 1.5, True, "a")], isinstance(1.5, numbers.Integral))


class Colour(StrEnum):
    RED = auto()
    BLUE = "b"


print(repr(Colour.RED), str(Colour.BLUE), Colour("b") is Colour.BLUE, Colour.RED == "red", f"{Colour.RED}")


@singledispatch
def describe(value):
    return "something"


@describe.register
def _(value: int):
    return "whole"


@describe.register(list)
def _(value):
    return "list"


print(describe(1), describe([]), describe("x"), describe(True))
buffer = io.StringIO()
csv.writer(buffer).writerows([["a", "b,c"], [1, 'say "hi"']])
print(repr(buffer.getvalue()), list(csv.reader(io.StringIO(buffer.getvalue()))), next(csv.DictReader(["x,y", "1,2"])))
print(timeit.timeit(lambda: None, number=3) >= 0)
