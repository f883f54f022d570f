import torch
from handgrad import case


def pad(words, value):
    lengths = torch.tensor([len(word) for word in words])
    padded = torch.full((len(words), int(lengths.max())), value)
    for row, word in enumerate(words):
        padded[row, : len(word)] = word
    return [padded, lengths]


case(pad, [torch.tensor([3, 1]), torch.tensor([4]), torch.tensor([1, 5, 9])], 0)
case(pad, [torch.tensor([7, 7, 7, 7]), torch.tensor([2, 1])], -1)
torch.manual_seed(5)
case(pad, [torch.randint(10, (n,)) for n in (1, 6, 3, 2, 6)], -100)
case(pad, [torch.randint(50, (n,)) for n in (2, 3)], 0)
