import torch
from handgrad import case


def numbered(rows, columns):
    return torch.arange(1, rows * columns + 1, dtype=torch.float32).reshape(rows, columns)


case(numbered, 2, 3)
case(numbered, 4, 2)
case(numbered, 1, 7)
case(numbered, 5, 3)
