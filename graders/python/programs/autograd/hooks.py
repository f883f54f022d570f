import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 2
y.retain_grad()
handle = y.register_hook(lambda g: print("hook", g))
z = (y**2).sum()
z.backward()
print(x.grad, y.grad)
handle.remove()
grads = {}


def save_grad(name):
    def hook(grad):
        grads[name] = grad

    return hook


a = torch.ones(2, requires_grad=True)
b = a * 3
b.register_hook(save_grad("b"))
b.sum().backward()
print(grads)
with torch.autograd.set_detect_anomaly(False):
    print(torch.ones(1, requires_grad=True).exp().requires_grad)
