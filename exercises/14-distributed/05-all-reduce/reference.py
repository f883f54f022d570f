import torch
from handgrad import case


def all_reduce(tensors):
    ranks = len(tensors)
    after = [tensor.clone() for tensor in tensors]
    pieces = [tensor.view(-1).tensor_split(ranks) for tensor in after]
    sent = torch.zeros(ranks, dtype=torch.int64)

    def go_round(first, receive):
        for step in range(ranks - 1):
            outgoing = [pieces[rank][(rank + first - step) % ranks].clone() for rank in range(ranks)]
            for rank in range(ranks):
                sent[rank] += outgoing[rank].numel()
                receive(pieces[rank][(rank - 1 + first - step) % ranks], outgoing[rank - 1])

    go_round(-1, lambda piece, incoming: piece.add_(incoming))
    go_round(0, lambda piece, incoming: piece.copy_(incoming))
    return [*after, sent]


case(all_reduce, [torch.tensor([1, 2, 3, 4]), torch.tensor([10, 20, 30, 40]), torch.tensor([100, 200, 300, 400])])
torch.manual_seed(5)
case(all_reduce, [torch.rand(2, 4) for _ in range(4)])
case(all_reduce, [torch.rand(7) for _ in range(3)])
case(all_reduce, [torch.randint(50, (3, 5)) for _ in range(6)])
case(all_reduce, [torch.rand(3) for _ in range(2)])
case(all_reduce, [torch.rand(2, 3)])
