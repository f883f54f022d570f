import torch
import torch.nn as nn

torch.manual_seed(0)
model = nn.Linear(3, 2)
print(model, model.weight, model.bias, model.in_features, model.out_features)
print(type(model), type(model.weight), isinstance(model, nn.Module), isinstance(model.weight, nn.Parameter), isinstance(model.weight, torch.Tensor))
x = torch.ones(4, 3)
y = model(x)
print(y, y.shape, y.grad_fn.name(), y.requires_grad)
y.sum().backward()
print(model.weight.grad, model.bias.grad)
print(list(model.parameters()), [name for name, _ in model.named_parameters()], dict(model.named_parameters())["bias"])
print(sum(p.numel() for p in model.parameters()), nn.Linear(2, 2, bias=False).bias, nn.Linear(3, 1, bias=False))
with torch.no_grad():
    model.weight.fill_(1.0)
    model.bias.zero_()
print(model(torch.tensor([1.0, 2.0, 3.0])))
