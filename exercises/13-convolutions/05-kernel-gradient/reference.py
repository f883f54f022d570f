import torch
from handgrad import case


def kernel_gradient(x, grad):
    rows, columns = x.shape[0] - grad.shape[0] + 1, x.shape[1] - grad.shape[1] + 1
    k = torch.zeros(rows, columns, dtype=x.dtype, requires_grad=True)
    y = torch.nn.functional.conv2d(x[None, None], k[None, None])[0, 0]
    y.backward(grad)
    return k.grad


case(kernel_gradient, torch.arange(6.0).reshape(2, 3), torch.tensor([[1.0, 2.0]]))
torch.manual_seed(4)
case(kernel_gradient, torch.rand(5, 6), torch.randn(3, 5))
case(kernel_gradient, torch.randn(7, 4), torch.rand(6, 2))
case(kernel_gradient, torch.randn(4, 8), torch.randn(2, 5))
