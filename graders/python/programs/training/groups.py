import torch
from torch import nn, optim

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
optimizer = optim.SGD([{"params": model[0].parameters()}, {"params": model[1].parameters(), "lr": 0.5}], lr=0.1, momentum=0.9)
print(len(optimizer.param_groups), [g["lr"] for g in optimizer.param_groups], optimizer.param_groups[0]["momentum"])
for group in optimizer.param_groups:
    print(sorted(group.keys()), len(group["params"]))
    group["lr"] *= 0.1
print([group["lr"] for group in optimizer.param_groups])
model(torch.ones(1, 2)).sum().backward()
optimizer.step()
print(model[0].weight, model[1].bias)
optimizer.zero_grad(set_to_none=True)
print(model[0].weight.grad)
state = optimizer.state_dict()
print(state.keys(), state["param_groups"][0]["lr"], list(state["state"].keys()))
optimizer.load_state_dict(state)
optimizer.add_param_group({"params": [nn.Parameter(torch.ones(1))], "lr": 1.0})
print(len(optimizer.param_groups), optimizer)
