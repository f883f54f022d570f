import torch
import torch.nn as nn
from collections import OrderedDict

torch.manual_seed(2)
model = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 1), nn.Sigmoid())
print(model, len(model), model[0], model[-1], model[1:3])
named = nn.Sequential(OrderedDict([("first", nn.Linear(2, 3)), ("act", nn.Tanh()), ("last", nn.Linear(3, 1, bias=False))]))
print(named, named.first, named[2], [name for name, _ in named.named_parameters()])
print(model(torch.tensor([[0.5, -1.0]])))
for layer in model:
    print(layer.__class__.__name__, sum(p.numel() for p in layer.parameters()))
for index, layer in enumerate(model):
    if isinstance(layer, nn.Linear):
        nn.init.constant_(layer.weight, 0.5)
        nn.init.zeros_(layer.bias)
print(model(torch.ones(1, 2)), model[0].weight)
model.append(nn.Identity())
model.add_module("extra", nn.Flatten())
print(model, list(model.state_dict().keys()))
deep = nn.Sequential(nn.Sequential(nn.Linear(1, 1)), nn.Sequential())
print(deep)
model[1] = nn.LeakyReLU(0.1)
del model[-1]
print(model[1], len(model))
