import torch
from torch import nn


class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(4, 3)
        self.head = nn.Linear(3, 4, bias=False)
        self.head.weight = self.embedding.weight

    def forward(self, x):
        return self.head(self.embedding(x))


torch.manual_seed(0)
model = Tied()
print(len(list(model.parameters())), model.head.weight is model.embedding.weight, [n for n, _ in model.named_parameters()], list(model.state_dict()))
model(torch.tensor([1])).sum().backward()
print(model.embedding.weight.grad.shape, model.head.weight.grad is model.embedding.weight.grad)
layer = nn.Linear(2, 2)
twice = nn.Sequential(layer, nn.ReLU(), layer)
print(len(list(twice.parameters())), twice)
import copy

other = copy.deepcopy(twice)
print(other[0] is other[2], other[0] is layer, torch.equal(other[0].weight, layer.weight))
ema = copy.deepcopy(layer)
for p in ema.parameters():
    p.requires_grad_(False)
with torch.no_grad():
    layer.weight.add_(1)
    for e, p in zip(ema.parameters(), layer.parameters()):
        e.mul_(0.9).add_(p, alpha=0.1)
print((layer.weight - ema.weight).mean(), ema.weight.requires_grad)
models = [nn.Linear(2, 1) for _ in range(3)]
x = torch.ones(1, 2)
print(torch.stack([m(x) for m in models]).mean(0).shape, torch.cat([m.weight.flatten() for m in models]).numel())
