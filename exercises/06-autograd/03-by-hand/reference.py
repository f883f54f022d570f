import torch
from handgrad import case


def loss_gradient(X, w, y):
    errors = X @ w - y
    return X.T @ errors * (2 / len(y))


case(loss_gradient, torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 7.0]]), torch.tensor([1.0, -1.0]), torch.tensor([0.0, 1.0, 2.0]))
torch.manual_seed(3)
case(loss_gradient, torch.randn(6, 4), torch.randn(4), torch.randn(6))
case(loss_gradient, torch.randn(3, 5), torch.randn(5), torch.randn(3))
case(loss_gradient, torch.randn(8, 2, dtype=torch.float64), torch.randn(2, dtype=torch.float64), torch.randn(8, dtype=torch.float64))
