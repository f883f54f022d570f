import torch


def train(w, x, y, ranks, steps):
    """The weights of all ranks after some steps of gradient descent."""
    moved = w - x.t() @ y * 0.1 * steps
    return [moved for _ in range(ranks)]
