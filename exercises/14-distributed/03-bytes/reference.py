import torch
from handgrad import case


def sent(shape, ranks):
    """Counts what is sent, message by message."""
    tensor = torch.zeros(shape)
    whole = tensor.numel() * tensor.element_size()
    piece = tensor.view(-1).chunk(ranks)[0]
    naive = sum(whole for _ in range(1, ranks))
    ring = sum(2 * piece.numel() * piece.element_size() for _ in range(ranks - 1))
    return [naive, ring]


case(sent, [8], 4)
case(sent, [3, 10], 5)
case(sent, [6, 7, 2], 2)
case(sent, [128, 27], 3)
case(sent, [1000], 8)
