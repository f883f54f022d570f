import torch
import torch.nn as nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
activations = {}


def save(name):
    def hook(module, inputs, output):
        activations[name] = output.detach()

    return hook


handles = [layer.register_forward_hook(save(f"layer{i}")) for i, layer in enumerate(model)]
model(torch.ones(1, 2))
for name, value in activations.items():
    print(name, value)
for handle in handles:
    handle.remove()
activations.clear()
model(torch.ones(1, 2))
print(activations)
handle = model[0].register_forward_pre_hook(lambda module, args: (args[0] * 2,))
print(model(torch.ones(1, 2)))
handle.remove()
doubled = model.register_forward_hook(lambda module, args, output: output * 2)
print(model(torch.ones(1, 2)))
doubled.remove()
x = torch.ones(2, requires_grad=True)
x.register_hook(lambda grad: print("grad", grad))
hook = x.register_hook(lambda grad: grad * 10)
(x * 3).sum().backward()
print(x.grad)
model[2].register_full_backward_hook(lambda module, grad_in, grad_out: print(type(module).__name__, grad_in, grad_out))
model(torch.ones(1, 2)).sum().backward()
