import torch
from handgrad import case


def ring_step(tensors, step):
    ranks = len(tensors)
    after = [tensor.clone() for tensor in tensors]
    for rank in range(ranks):
        sender = (rank - 1) % ranks
        piece = (rank - 2 - step) % ranks
        after[rank].tensor_split(ranks)[piece].add_(tensors[sender].tensor_split(ranks)[piece])
    return after


case(ring_step, [torch.tensor([1, 2, 3]), torch.tensor([10, 20, 30]), torch.tensor([100, 200, 300])], 0)
torch.manual_seed(4)
case(ring_step, [torch.rand(8) for _ in range(4)], 1)
case(ring_step, [torch.rand(7) for _ in range(3)], 1)
case(ring_step, [torch.randint(100, (11,)) for _ in range(5)], 3)
case(ring_step, [torch.rand(5) for _ in range(2)], 0)
