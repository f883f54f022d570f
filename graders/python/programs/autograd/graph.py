import torch

a = torch.rand(2, requires_grad=True)
b = (a * 2 + 1).sin()
node = b.grad_fn
while node is not None:
    print(type(node).__name__, node.name(), [type(n[0]).__name__ if n[0] else None for n in node.next_functions])
    node = node.next_functions[0][0] if node.next_functions else None
print(b.detach().requires_grad, b.detach().grad_fn, a.detach().is_leaf, b.data.requires_grad)
c = b.clone()
print(c.grad_fn.name(), c.sum().grad_fn.name(), (c @ c).grad_fn.name(), c[0].grad_fn.name(), c.view(2, 1).grad_fn.name(), c.relu().grad_fn.name())
print(torch.cat([c, c]).grad_fn.name(), torch.stack([c, c]).grad_fn.name(), c.mean().grad_fn.name(), (c / 2).grad_fn.name(), c.t().grad_fn.name(), (1 - c).grad_fn.name())
b.retain_grad()
b.sum().backward()
print(b.grad, a.grad == 2 * (a * 2 + 1).cos())
