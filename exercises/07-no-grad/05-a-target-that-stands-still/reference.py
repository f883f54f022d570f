import torch
from handgrad import case


def loss(values, now, after, rewards):
    target = (rewards + 0.9 * values[after]).detach()
    return ((values[now] - target) ** 2).mean()


case(
    loss,
    torch.tensor([0.0, 1.0, 2.0, 0.5], requires_grad=True),
    torch.tensor([0, 1, 3]),
    torch.tensor([1, 2, 0]),
    torch.tensor([0.0, 1.0, -1.0]),
    backward=True,
)
torch.manual_seed(5)
case(loss, torch.randn(6, requires_grad=True), torch.tensor([0, 5, 2, 2]), torch.tensor([1, 4, 3, 0]), torch.randn(4), backward=True)
case(loss, torch.randn(3, requires_grad=True), torch.tensor([0, 1]), torch.tensor([2, 2]), torch.randn(2), backward=True)
case(loss, torch.randn(9, requires_grad=True), torch.arange(8), torch.arange(1, 9), torch.randn(8), backward=True)
