import torch
from handgrad import case


def fahrenheit(celsius):
    return celsius * 1.8 + 32


case(fahrenheit, torch.tensor([0.0, 100.0]))
torch.manual_seed(1)
case(fahrenheit, torch.randn(7) * 20)
case(fahrenheit, torch.randn(3, 4) * 15)
case(fahrenheit, torch.tensor(-40.0))
