# %% derivative
import torch

x = torch.tensor(3.0, requires_grad=True)
y = x**2 + 2 * x
y

# %% graph
plot.graph(y, {"x": x, "y": y})

# %% backward
y.backward()
x.grad

# %% plain
torch.tensor(3.0).requires_grad

# %% nudge
def f(x):
    return x**2 + 2 * x


h = 0.01
(f(torch.tensor(3 + h)) - f(torch.tensor(3 - h))) / (2 * h)

# %% leaf
torch.manual_seed(42)
torch.rand(254)
a = torch.rand(3, 5, requires_grad=True)
a

# %% result
result = a * 5
result

# %% names
total = result.sum()
print(total.grad_fn.name(), result.grad_fn.name(), a.grad_fn)

# %% not-scalar
try:
    result.backward()
except RuntimeError as error:
    print(error)

# %% sum-backward
total.backward()
a.grad

# %% weighted
b = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
c = b * b
c.backward(torch.tensor([1.0, 0.0, 10.0]))
b.grad

# %% chain
w = torch.tensor(2.0, requires_grad=True)
z = torch.sin(w * w)
plot.graph(z, {"w": w, "z": z})
z.backward()
w.grad

# %% twice
t = torch.tensor(1.0, requires_grad=True)
(t * 5).backward()
(t * 5).backward()
t.grad

# %% zeroed
t.grad = None
(t * 5).backward()
t.grad

# %% freed
s = torch.tensor(2.0, requires_grad=True)
cube = s**3
cube.backward()
try:
    cube.backward()
except RuntimeError as error:
    print(str(error).split(" (")[0])

# %% retained
s.grad = None
cube = s**3
cube.backward(retain_graph=True)
cube.backward()
s.grad

# %% leaves
print(a.is_leaf, result.is_leaf, torch.ones(2).is_leaf)

# %% non-leaf
p = torch.tensor([1.0, 2.0], requires_grad=True)
q = p * 3
q.retain_grad()
(q * q).sum().backward()
print(q.grad, p.grad)

# %% integers
try:
    torch.tensor([1, 2], requires_grad=True)
except RuntimeError as error:
    print(error)

# %% in-place
try:
    p.add_(1)
except RuntimeError as error:
    print(error)

# %% reuse
u = torch.tensor(3.0, requires_grad=True)
(u * u + u).backward()
u.grad
