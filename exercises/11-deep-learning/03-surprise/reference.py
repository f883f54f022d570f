import torch
from handgrad import case


def cross_entropy(scores, labels):
    return torch.nn.functional.cross_entropy(scores, labels)


case(cross_entropy, torch.tensor([[2.0, 1.0, -1.0], [0.0, 0.5, 0.0]], requires_grad=True), torch.tensor([0, 2]), backward=True)
torch.manual_seed(113)
case(cross_entropy, torch.randn(5, 4, requires_grad=True), torch.randint(4, (5,)), backward=True)
case(cross_entropy, (torch.randn(3, 6) * 300).requires_grad_(), torch.randint(6, (3,)), backward=True)
case(cross_entropy, torch.randn(7, 2, dtype=torch.float64, requires_grad=True), torch.randint(2, (7,)), backward=True)
