import torch
from handgrad import case


def chessboard(x):
    x[::2, 1::2] = 0
    x[1::2, ::2] = 0
    return x


case(chessboard, torch.arange(1.0, 13.0).reshape(3, 4), memory=True)
torch.manual_seed(5)
case(chessboard, torch.rand(5, 2), memory=True)
case(chessboard, torch.rand(4, 7).t(), memory=True, strides=True)
case(chessboard, torch.randint(1, 9, (6, 5)), memory=True)
