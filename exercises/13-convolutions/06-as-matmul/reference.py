import torch
from handgrad import case


def convolve(x, w, bias, stride):
    rows, columns = w.shape[2:]
    patches = x.unfold(2, rows, stride).unfold(3, columns, stride)
    out = patches.permute(0, 2, 3, 1, 4, 5).flatten(3) @ w.flatten(1).t() + bias
    return out.permute(0, 3, 1, 2).contiguous()


case(convolve, torch.arange(12.0).reshape(1, 1, 3, 4), torch.ones(1, 1, 2, 2), torch.zeros(1), 1)
torch.manual_seed(5)
case(convolve, torch.randn(2, 3, 6, 7), torch.randn(4, 3, 3, 2), torch.randn(4), 1)
case(convolve, torch.randn(3, 2, 7, 9), torch.randn(5, 2, 2, 3), torch.randn(5), 2)
case(convolve, torch.rand(1, 4, 5, 8), torch.randn(2, 4, 1, 4), torch.rand(2), 3)
