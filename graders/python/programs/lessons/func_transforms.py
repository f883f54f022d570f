"""Gradients a sample, Jacobians and Hessians, and ensembles, by torch.func."""

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.func import functional_call, grad, hessian, jacrev, vjp, vmap

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
data, targets = torch.randn(5, 3), torch.randint(0, 2, (5,))
params = {k: v.detach() for k, v in model.named_parameters()}


def compute_loss(params, sample, target):
    predictions = functional_call(model, params, (sample.unsqueeze(0),))
    return F.cross_entropy(predictions, target.unsqueeze(0))


ft_per_sample_grads = vmap(grad(compute_loss), in_dims=(None, 0, 0))(params, data, targets)
print({k: tuple(v.shape) for k, v in ft_per_sample_grads.items()})
loss = F.cross_entropy(model(data), targets)
loss.backward()
print(torch.allclose(ft_per_sample_grads["0.weight"].mean(0), model[0].weight.grad, atol=1e-6))


def predict(weight, bias, x):
    return F.linear(x, weight, bias).tanh()


weight, bias, x = torch.randn(2, 3), torch.randn(2), torch.randn(3)
print(jacrev(predict, argnums=2)(weight, bias, x))
_, vjp_fn = vjp(lambda x: predict(weight, bias, x), x)
print(vmap(vjp_fn)(torch.eye(2))[0])
print(hessian(lambda v: (v**3).sum())(torch.tensor([1.0, 2.0])))
print(vmap(torch.dot)(torch.ones(2, 3), torch.arange(6.0).view(2, 3)))
