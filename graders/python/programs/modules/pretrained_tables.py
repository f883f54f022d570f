"""Tables of vectors that are there already, and what a module refuses to be assigned."""

import copy

import torch
from torch import nn

vectors = torch.tensor([[3.0, 4.0], [0.3, 0.4], [1.0, 0.0]])
table = nn.Embedding.from_pretrained(vectors)
print(table, table.weight.requires_grad)
print(table(torch.tensor([1, 0])))

learning = nn.Embedding.from_pretrained(vectors.clone(), freeze=False, padding_idx=2, max_norm=1.0)
learning(torch.tensor([[0, 2], [1, 1]])).sum().backward()
print(learning)
print(learning.weight)
print(learning.weight.grad)

copied = copy.deepcopy(learning)
with torch.no_grad():
    learning.weight.zero_()
print(copied, copied.weight, copied.weight.requires_grad)
print(copy.deepcopy(table).weight)

with torch.random.fork_rng():
    torch.manual_seed(3)
    inner = torch.rand(2)
torch.manual_seed(3)
print(torch.equal(inner, torch.rand(2)))

layer = nn.Linear(2, 2)
for name, value in [("weight", torch.ones(2, 2)), ("bias", 1.5), ("missing", torch.ones(1))]:
    try:
        setattr(layer, name, value)
        print(name, "is assigned")
    except TypeError as error:
        print(error)

print(nn.Softmax(dim=None), nn.AvgPool1d(3, stride=2))
