import torch


def deal(x, ranks):
    """The rows of x, dealt out to so many ranks."""
    return [x]


def written_through(x, ranks):
    """Writes into every share: x must show it. Leave it as it is."""
    for rank, share in enumerate(deal(x, ranks)):
        share *= rank + 1
    return x
