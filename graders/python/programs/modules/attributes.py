import torch
from torch import nn


class Model(nn.Module):
    version = 3

    def __init__(self):
        super().__init__()
        self.a = nn.Linear(1, 1)
        self._cache = {}

    @property
    def size(self):
        return sum(p.numel() for p in self.parameters())

    @staticmethod
    def helper(x):
        return x + 1

    @classmethod
    def build(cls):
        return cls()

    def __len__(self):
        return 7

    def __getitem__(self, key):
        return f"item {key}"

    def forward(self, x):
        return self.a(self.helper(x))


m = Model.build()
print(m.size, m.version, Model.version, len(m), m[3], m._cache, bool(m), callable(m), isinstance(m, nn.Module), issubclass(Model, nn.Module))
m.a = nn.Linear(1, 2)
m.extra = "x"
m.b = m.a
print(m, m.size, m.extra, m.a is m.b)
del m.b
print(hasattr(m, "b"), [n for n, _ in m.named_children()])
try:
    m.a = 3
except TypeError as error:
    print(error)
m.a = None
print(m.a)
m.p = nn.Parameter(torch.zeros(2))
try:
    m.p = torch.ones(2)
except TypeError as error:
    print(error)
m.p.data = torch.ones(3)
print(m.p, list(m.parameters()), m._parameters.keys())
print(m.get_parameter("p") is m.p, nn.Sequential(nn.Linear(1, 1)).get_submodule("0"))
