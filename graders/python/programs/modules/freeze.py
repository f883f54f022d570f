import torch
from torch import nn, optim

torch.manual_seed(0)
backbone = nn.Sequential(nn.Linear(4, 3), nn.ReLU())
head = nn.Linear(3, 2)
for parameter in backbone.parameters():
    parameter.requires_grad = False
model = nn.Sequential(backbone, head)
optimizer = optim.SGD(filter(lambda p: p.requires_grad, model.parameters()), lr=0.1)
before = [p.clone() for p in model.parameters()]
loss = model(torch.ones(2, 4)).pow(2).mean()
loss.backward()
optimizer.step()
print([torch.equal(a, b) for a, b in zip(before, model.parameters())], backbone[0].weight.grad, head.bias.grad)
print(len(optimizer.param_groups[0]["params"]), optimizer)
total = sum(p.numel() for p in model.parameters())
trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
print(f"{trainable:,} of {total:,} ({100 * trainable / total:.1f}%)")
