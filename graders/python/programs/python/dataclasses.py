from dataclasses import asdict, dataclass, field, replace
from typing import Dict, List, Optional, Tuple

import torch


@dataclass
class Config:
    lr: float = 0.01
    epochs: int = 3
    sizes: List[int] = field(default_factory=lambda: [2, 4])
    name: Optional[str] = None

    @property
    def total(self) -> int:
        return sum(self.sizes)


@dataclass(frozen=True, order=True)
class Point:
    x: float
    y: float = 0.0

    def __post_init__(self):
        if self.x < 0:
            raise ValueError("negative")


config = Config(lr=0.1, sizes=[3])
print(config, Config(), config == Config(0.1, 3, [3]), config.total, asdict(config), replace(config, epochs=9))
config.lr = 1
print(config.lr, Point(1, 2), Point(1) < Point(2), Point(1) == Point(1.0), hash(Point(1)) == hash(Point(1)), sorted([Point(2), Point(1)]))
try:
    Point(1).x = 3
except Exception as error:
    print(type(error).__name__, error)
try:
    Point(-1)
except ValueError as error:
    print(error)
try:
    Config(1, 2, 3, 4, 5)
except TypeError as error:
    print(error)


@dataclass
class Batch:
    x: torch.Tensor
    y: Optional[torch.Tensor] = None


print(Batch(torch.ones(2)))
