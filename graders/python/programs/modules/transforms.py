"""Functions of functions, hooks, and modules that do more than run forward."""

import torch, torch.nn as nn, torch.nn.functional as F
from torch.func import functional_call, vmap, grad, jacrev, jacfwd, hessian, stack_module_state
from torch.nn.utils import parametrize
from torch.utils.data import DataLoader, Dataset, IterableDataset, get_worker_info
import math, random, itertools, collections, functools, copy

class Symmetric(nn.Module):
    def forward(self, X):
        return X.triu() + X.triu(1).transpose(-1, -2)
layer = nn.Linear(3, 3)
parametrize.register_parametrization(layer, "weight", Symmetric())
print(torch.equal(layer.weight, layer.weight.T), layer)
torch.manual_seed(0)
models = [nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1)) for _ in range(3)]
params, buffers = stack_module_state(models)
base = copy.deepcopy(models[0])
def fmodel(params, buffers, x):
    return functional_call(base, (params, buffers), (x,))
x = torch.randn(4, 2)
out = vmap(fmodel, in_dims=(0, 0, None))(params, buffers, x)
print(out.shape, torch.allclose(out[1], models[1](x), atol=1e-6))
def loss_fn(p, x, y):
    return F.mse_loss(functional_call(models[0], p, (x,)), y)
p0 = {k: v.detach() for k, v in models[0].named_parameters()}
g = grad(loss_fn)(p0, x, torch.ones(4, 1))
print({k: tuple(v.shape) for k, v in g.items()})
f = lambda x: (x ** 3).sum()
print(grad(f)(torch.tensor([1., 2.])), hessian(f)(torch.tensor([1., 2.])), jacrev(torch.sin)(torch.zeros(2)), jacfwd(torch.cos)(torch.zeros(2)))
print(vmap(lambda a, b: a @ b)(torch.ones(3, 2), torch.ones(3, 2)), vmap(torch.dot, in_dims=(0, None))(torch.ones(3, 2), torch.arange(2.)))

class Counter(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("count", torch.tensor(0))
        self.register_buffer("tmp", torch.zeros(1), persistent=False)
        self.scale = nn.Parameter(torch.tensor(2.0))
        self.layers = nn.ModuleDict({"a": nn.Linear(2, 2), "b": nn.Identity()})
        self._cache = {}
    def forward(self, x, which="a", *, double=False):
        self.count += 1
        x = self.layers[which](x) * self.scale
        return 2 * x if double else x
    def __len__(self): return len(self.layers)
    def __getattr__(self, name):
        if name == "magic": return 42
        return super().__getattr__(name)
c = Counter()
c(torch.ones(1, 2)); c(torch.ones(1, 2), "b", double=True)
print(c.count, list(c.state_dict()), len(c), c.magic, [n for n, _ in c.named_buffers()], c._cache)
try: c.nothing
except AttributeError as e: print(e)
c2 = copy.deepcopy(c); c2.scale.data.fill_(5); print(c.scale.item(), c2.scale.item(), c2.count)
c.double(); print(c.scale.dtype, c.layers["a"].weight.dtype); c.float()
print([type(m).__name__ for m in c.modules()], dict(c.named_children()).keys(), c.get_submodule("layers.a"), c.get_parameter("layers.a.bias").shape)
c.train(False); print(c.training, c.layers["a"].training)
print(sum(p.numel() for p in c.parameters() if p.requires_grad), c.extra_repr() == "")
del c.layers["b"]; print(c)
for name, param in c.named_parameters(): print(name, param.shape, param.requires_grad)

class Stream(IterableDataset):
    def __init__(self, n): self.n = n
    def __iter__(self):
        info = get_worker_info()
        assert info is None
        for i in range(self.n): yield torch.tensor([i, i * i]), {"id": i}
for batch, meta in DataLoader(Stream(5), batch_size=2): print(batch.tolist(), meta)
h = []
w = torch.ones(2, requires_grad=True)
hd = w.register_hook(lambda g: g * 10)
y = (w * torch.tensor([1., 2.])).sum(); y.backward(); print(w.grad); hd.remove()
w.grad = None
y = w * 2; y.retain_grad(); y.register_hook(lambda g: h.append(g.clone())); y.sum().backward(); print(y.grad, h)
def bw(module, gi, go): h.append((module.__class__.__name__, [None if g is None else tuple(g.shape) for g in gi], go[0].shape))
lin = nn.Linear(2, 1); lin.register_full_backward_hook(bw); lin(torch.ones(3, 2, requires_grad=True)).sum().backward(); print(h[-1])
def pre(module, args): return (args[0] + 1,)
lin.register_forward_pre_hook(pre); print(torch.allclose(lin(torch.zeros(1, 2)), F.linear(torch.ones(1, 2), lin.weight, lin.bias)))
def pre_kw(module, args, kwargs): return args, {**kwargs, "double": True}
c3 = Counter(); c3.register_forward_pre_hook(pre_kw, with_kwargs=True)
print(torch.allclose(c3(torch.ones(1, 2), which="b"), torch.full((1, 2), 4.0)))
def post_kw(module, args, kwargs, output): return output + len(kwargs)
c4 = Counter(); c4.register_forward_hook(post_kw, with_kwargs=True)
print(c4(torch.zeros(1, 2), which="b"))
print(torch.autograd.functional.jacobian(lambda x: x ** 2, torch.tensor([1., 2.])), torch.autograd.functional.vhp(lambda x: (x ** 3).sum(), torch.tensor([1., 2.]), torch.ones(2)))
print(torch.is_grad_enabled(), torch.get_default_dtype(), torch.promote_types(torch.int32, torch.float16), torch.result_type(torch.ones(1, dtype=torch.int8), 1.0), torch.can_cast(torch.float, torch.int))
