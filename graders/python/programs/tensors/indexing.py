import torch

x = torch.arange(24).view(2, 3, 4)
print(x[0], x[0, 1], x[0, 1, 2], x[-1, -1, -1])
print(x[:, 1:], x[..., 0], x[0, ..., -1], x[:, None, 0].shape, x[None].shape, x[..., None].shape)
print(x[0, ::2], x[1, :, 1:4:2], x[:, :, -2:].shape)
print(x[0, [0, 2]], x[[0, 1], [1, 2]], x[torch.tensor([1, 0])].shape, x[0, torch.tensor([[0, 1], [2, 0]])].shape)
mask = x > 20
print(x[mask], mask.sum(), mask.any(), mask.all(), x[0][x[0] % 2 == 0])
print(x[0, [True, False, True]], x[True].shape, x[False].shape)
i = torch.tensor(1)
print(x[i], x[0, i], x[0, :i], x[i:].shape, x[1 - i].shape)
try:
    x[::-1]
except ValueError as error:
    print(type(error).__name__, error)
try:
    x["a"]
except (IndexError, TypeError) as error:
    print(type(error).__name__, error)
try:
    x[1.5]
except (IndexError, TypeError) as error:
    print(type(error).__name__, error)
print(x[(0, 1)], x[range(1)].shape, x.flip(0)[0, 0], x[0].T)
