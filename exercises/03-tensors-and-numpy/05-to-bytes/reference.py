import torch
from handgrad import case


def to_bytes(x):
    return (x * 255).round().clamp(0, 255).to(torch.uint8)


case(to_bytes, torch.tensor([[0.0, 0.25, 0.7], [1.0, 1.1, -0.1]]))
torch.manual_seed(5)
case(to_bytes, torch.rand(3, 5) * 1.4 - 0.2)
case(to_bytes, torch.rand(11) * 1.2)
case(to_bytes, torch.rand(2, 3, 4) * 1.6 - 0.3)
