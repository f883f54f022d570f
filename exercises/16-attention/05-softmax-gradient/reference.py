import torch
from handgrad import case


def softmax_backward(p, grad):
    scores = p.log().requires_grad_()
    scores.softmax(-1).backward(grad)
    return scores.grad


case(softmax_backward, torch.tensor([0.5, 0.25, 0.25]), torch.tensor([1.0, 0.0, 2.0]))
torch.manual_seed(5)
case(softmax_backward, torch.randn(3, 5).softmax(-1), torch.randn(3, 5))
case(softmax_backward, torch.randn(2, 4, 3).softmax(-1), torch.rand(2, 4, 3) * 3)
case(softmax_backward, (torch.randn(6, 2) * 3).softmax(-1), torch.randn(6, 2))
