import torch


def chessboard(x):
    """Zeros where row + column is odd, written into `x` itself."""
    return x
