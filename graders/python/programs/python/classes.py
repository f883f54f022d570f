import abc
import enum
import math
import torch
from abc import ABC, abstractmethod
from enum import Enum, auto


class Shape(ABC):
    count = 0

    def __init__(self, name):
        self.name = name
        type(self).count += 1

    @abstractmethod
    def area(self):
        ...

    def __repr__(self):
        return f"{self.__class__.__name__}({self.name!r}, area={self.area():.2f})"

    def __lt__(self, other):
        return self.area() < other.area()


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self._r = r

    @property
    def r(self):
        return self._r

    @r.setter
    def r(self, value):
        if value < 0:
            raise ValueError(f"bad radius {value}")
        self._r = value

    def area(self):
        return math.pi * self.r**2


class Square(Shape):
    __slots__ = ("side",)

    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side**2


print(sorted([Circle(1), Square(1.5)]), Circle.count, max(Circle(2), Square(2)), issubclass(Circle, Shape))
try:
    Shape("x")
except TypeError as error:
    print(str(error).split(" with")[0])
c = Circle(1)
c.r = 2
try:
    c.r = -1
except ValueError as error:
    print(error)


class Mode(Enum):
    TRAIN = auto()
    EVAL = "eval"


print(Mode.TRAIN, Mode.EVAL.value, Mode["TRAIN"].name, Mode("eval"), list(Mode), Mode.TRAIN is Mode.TRAIN, Mode.TRAIN == Mode.EVAL)


class Vector:
    def __init__(self, *xs):
        self.t = torch.tensor(xs, dtype=torch.float32)

    def __add__(self, other):
        return Vector(*(self.t + other.t).tolist())

    def __eq__(self, other):
        return torch.equal(self.t, other.t)

    def __getitem__(self, k):
        return self.t[k].item()

    def __len__(self):
        return len(self.t)

    def __call__(self, x):
        return x * self.t

    def __iter__(self):
        return iter(self.t.tolist())

    def __contains__(self, x):
        return x in self.t

    def __bool__(self):
        return bool(self.t.any())

    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, value, trace):
        print("exit", kind.__name__ if kind else None)
        return True

    def __str__(self):
        return f"<{', '.join(map(str, self))}>"


v = Vector(1, 2)
print(v + v, v == Vector(1, 2), v[1], len(v), v(2), list(v), 2.0 in v, bool(Vector(0)))
with v as w:
    raise KeyError("x")
print(str(w), vars(Circle(1)), getattr(v, "missing", None), callable(v))
