import torch

x = torch.rand(2, 3)
print(type(x), type(x).__name__, x.type())
print(x.shape, x.size(), x.size(-1), x.shape[0], len(x))
print(isinstance(x.shape, tuple), isinstance(x, torch.Tensor), torch.is_tensor(x), torch.is_tensor([1]))
print(x.dtype, x.device, x.requires_grad, x.is_leaf, x.grad, x.grad_fn)
print(x.is_floating_point(), x.is_contiguous(), x.t().is_contiguous(), x.layout)
rows, columns = x.shape
print(rows, columns, f"{rows}x{columns}", x.shape == (2, 3), x.shape == torch.Size([2, 3]))
print(x.shape + (4,), x.shape[1:], tuple(x.shape), list(x.shape), x.shape.numel())
print(x.element_size(), x.nelement(), x.nbytes, x.dim(), x.T.shape, x.mT.shape)
print(hasattr(x, "cuda"), hasattr(x, "nonsense"), x.is_cuda, x.device.type, x.device.index)
