import torch


def convolve(x, w, bias, stride):
    """What a Conv2d layer with this weight and bias gives."""
    rows, columns = w.shape[2:]
    patches = x.unfold(2, rows, stride).unfold(3, columns, stride)
    # patches is [n, c, out rows, out columns, kr, kc].
    return patches.sum([1, 4, 5])
