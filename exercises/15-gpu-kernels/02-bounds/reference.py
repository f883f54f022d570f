import torch
from handgrad import case


def differences(x):
    return torch.diff(x)


case(differences, torch.tensor([1.0, 4.0, 9.0, 16.0, 25.0]), kernel=True)
torch.manual_seed(2)
case(differences, torch.randn(100), kernel=True)
case(differences, torch.rand(65), kernel=True)
case(differences, torch.randn(200).cumsum(0), kernel=True)
