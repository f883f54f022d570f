import torch
import torch.nn as nn


class Stack(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(2, 2) for _ in range(3)])
        self.heads = nn.ModuleDict({"a": nn.Linear(2, 1), "b": nn.Linear(2, 3)})
        self.scales = nn.ParameterList([nn.Parameter(torch.ones(2)) for _ in range(2)])
        self.hidden = [nn.Linear(5, 5)]

    def forward(self, x, head):
        for layer in self.layers:
            x = torch.tanh(layer(x))
        for scale in self.scales:
            x = x * scale
        return self.heads[head](x)


torch.manual_seed(3)
model = Stack()
print(model)
print(model(torch.ones(1, 2), "b"), len(model.layers), model.layers[0], model.layers[-1], len(list(model.parameters())))
model.layers.append(nn.Linear(2, 2))
model.heads["c"] = nn.Linear(2, 5)
print(len(model.layers), "c" in model.heads, list(model.heads.keys()), [k for k in model.heads], model.heads["c"])
for key, head in model.heads.items():
    print(key, head.out_features)
for i, layer in enumerate(model.layers):
    print(i, layer.weight.shape)
print([name for name, _ in model.named_parameters()], model.scales[0], len(model.scales), model.layers[1:])
print(list(model.heads.values())[0], model.heads.pop("a"), len(model.heads))
