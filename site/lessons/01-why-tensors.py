# %% first
import torch

torch.manual_seed(42)
x = torch.rand(5)
x

# %% all-at-once
x * 10 + 1

# %% relu
(x - 0.5).clamp(min=0)

# %% work
n = 1000
n * n * n

# %% device
device = "webgpu" if hasattr(torch, "webgpu") and torch.webgpu.is_available() else "cpu"
there = torch.ones(2, 3).to(device)
print(device, int((there * 2).sum()))

# %% gradient
v = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = (v**2).sum()
y.backward()
v.grad
