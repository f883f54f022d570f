# %% leaf
import torch

torch.manual_seed(42)
torch.rand(239)
a = torch.rand((3, 5), requires_grad=True)
detached_a = a.detach()
a

# %% detached
detached_a

# %% same-memory
print(detached_a.data_ptr() == a.data_ptr())
print(detached_a.requires_grad, a.requires_grad)

# %% both
detached_result = detached_a * 5
result = a * 10
print(detached_result.grad_fn, result.grad_fn.name())

# %% only-ten
result.sum().backward()
a.grad[0, 0]

# %% all-ten
a.grad

# %% constant
x = torch.tensor(3.0, requires_grad=True)
(x * x.detach()).backward()
x.grad

# %% write
w = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
w.detach()[0] = 100
w

# %% version
squares = (w * w).sum()
w.detach().zero_()
try:
    squares.backward()
except RuntimeError as error:
    print(str(error).split(":")[0])

# %% numpy
try:
    w.numpy()
except RuntimeError as error:
    print(error)
w.detach().numpy()

# %% no-grad
torch.manual_seed(42)
torch.rand(269)
a = torch.rand((3, 5), requires_grad=True)
with torch.no_grad():
    unfollowed = a * 5
result = a * 10
unfollowed

# %% no-grad-backward
print(unfollowed.requires_grad, result.requires_grad)
result.sum().backward()
a.grad

# %% modes
with torch.no_grad():
    inside = torch.is_grad_enabled()
    with torch.enable_grad():
        print(inside, torch.is_grad_enabled())
print(torch.is_grad_enabled())

# %% made-inside
with torch.no_grad():
    inside = torch.ones(2, requires_grad=True)
    print(inside.requires_grad, (inside * 2).requires_grad)

# %% step
v = torch.tensor([4.0, -2.0], requires_grad=True)
for step in range(3):
    loss = (v**2).sum()
    loss.backward()
    with torch.no_grad():
        v -= 0.25 * v.grad
    v.grad = None
    print(v)

# %% leak
u = torch.ones(3, requires_grad=True)
total = torch.zeros([])
for step in range(2):
    total = total + (u * step).sum()
print(total)
