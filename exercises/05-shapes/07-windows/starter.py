import torch


def windows(x, width):
    """All windows of `width` neighbours, one a row, on the memory of `x`."""
    rows = []
    for start in range(0, len(x) - width + 1, width):
        rows.append(x[start : start + width])
    return torch.stack(rows)
