import torch
from handgrad import case


def predict(x, base, head):
    with torch.no_grad():
        features = (x @ base).relu()
    return features @ head


torch.manual_seed(4)


def weights(*sizes, dtype=torch.float32):
    return torch.randn(sizes, dtype=dtype, requires_grad=True)


case(predict, torch.tensor([[1.0, -2.0], [0.5, 3.0], [-1.0, 1.0]]), weights(2, 4), weights(4, 1), backward=True)
case(predict, torch.randn(5, 3), weights(3, 6), weights(6, 2), backward=True)
case(predict, torch.randn(2, 4), weights(4, 3), weights(3, 5), backward=True)
case(predict, torch.randn(4, 2, dtype=torch.float64), weights(2, 3, dtype=torch.float64), weights(3, 1, dtype=torch.float64), backward=True)
