import copy
import torch
import torch.nn as nn


class Counter(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.tensor([1.0, 2.0]))
        self.register_buffer("count", torch.zeros(1, dtype=torch.long))
        self.register_buffer("mask", None)
        self.register_buffer("temporary", torch.ones(1), persistent=False)
        self.register_parameter("offset", None)

    def forward(self, x):
        self.count += 1
        return x * self.weight


model = Counter()
model(torch.ones(2))
model(torch.ones(2))
print(model.count, model.state_dict(), list(model.state_dict()), [n for n, _ in model.named_buffers()], model.offset, model.mask)
other = Counter()
print(other.load_state_dict(model.state_dict()), other.count)
copied = copy.deepcopy(model)
with torch.no_grad():
    copied.weight += 10
print(model.weight, copied.weight, copied.count, type(copied).__name__)
state = {k: v.clone() for k, v in model.state_dict().items()}
with torch.no_grad():
    model.weight.mul_(0)
print(model.weight, state["weight"])
model.load_state_dict(state)
print(model.weight)
try:
    model.load_state_dict({"weight": torch.ones(2)})
except RuntimeError as error:
    print(error)
try:
    model.load_state_dict({"weight": torch.ones(3), "count": torch.zeros(1), "more": torch.ones(1)})
except RuntimeError as error:
    print(error)
print(model.load_state_dict({"weight": torch.ones(2), "x": torch.ones(1)}, strict=False))
for key, value in model.state_dict().items():
    print(key, value, value.requires_grad)
