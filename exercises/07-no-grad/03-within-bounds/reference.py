import torch
from handgrad import case


def limit_weights(w, limit):
    with torch.no_grad():
        w.clamp_(-limit, limit)
    return w


case(limit_weights, torch.tensor([[0.5, -3.0, 1.0], [2.5, 0.0, -1.5]], requires_grad=True), 1.25, memory=True)
torch.manual_seed(3)
case(limit_weights, torch.randn(7, requires_grad=True), 0.5, memory=True)
case(limit_weights, torch.randn(3, 4, requires_grad=True), 1.0, memory=True)
case(limit_weights, torch.randn(2, 5, dtype=torch.float64, requires_grad=True), 0.25, memory=True)
