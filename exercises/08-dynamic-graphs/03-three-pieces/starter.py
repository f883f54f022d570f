import torch


def pieces(x):
    """The three pieces, for each element of `x`."""
    results = []
    for value in x.reshape(-1).tolist():
        if value < 0:
            results.append(0.1 * value)
        elif value < 1:
            results.append(value * value)
        else:
            results.append(2 * value - 1)
    return torch.tensor(results, dtype=x.dtype).reshape(x.shape)
