import torch


def spread_rows(mask, x):
    """The mask, repeated along the rows of `x`."""
    columns = []
    for column in range(x.size(1)):
        columns.append(mask)
    return torch.stack(columns, 1)
