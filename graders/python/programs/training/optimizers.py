import torch
from torch import nn, optim

makers = {
    "SGD": lambda p: optim.SGD(p, lr=0.1),
    "momentum": lambda p: optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True),
    "decay": lambda p: optim.SGD(p, lr=0.1, weight_decay=0.01),
    "Adam": lambda p: optim.Adam(p, lr=0.1, betas=(0.9, 0.99)),
    "AdamW": lambda p: optim.AdamW(p, lr=0.1),
    "RMSprop": lambda p: optim.RMSprop(p, lr=0.01),
    "Adagrad": lambda p: optim.Adagrad(p, lr=0.1),
}
for name, make in makers.items():
    w = nn.Parameter(torch.tensor([1.0, -2.0]))
    optimizer = make([w])
    for _ in range(5):
        optimizer.zero_grad()
        loss = (w**2).sum()
        loss.backward()
        optimizer.step()
    print(f"{name:10s}", [f"{v:.4f}" for v in w.tolist()], f"{loss.item():.4f}")
print(optim.SGD([w], lr=1e-3))
print(type(optimizer), isinstance(optimizer, optim.Optimizer))
try:
    optim.SGD([w], lr=-1)
except ValueError as error:
    print(error)
try:
    optim.SGD([], lr=0.1)
except ValueError as error:
    print(error)
