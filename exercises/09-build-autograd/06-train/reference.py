import torch
from handgrad import case


def train(points, targets, start, steps):
    x, y = torch.tensor(points, dtype=torch.float64), torch.tensor(targets, dtype=torch.float64)
    hidden = torch.tensor(start[:-1], dtype=torch.float64, requires_grad=True)
    output = torch.tensor(start[-1], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([hidden, output], lr=0.1)
    losses = []
    for _ in range(steps):
        h = torch.tanh(x @ hidden[:, :-1].T + hidden[:, -1])
        loss = ((h @ output[:-1] + output[-1] - y) ** 2).mean()
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return losses


def rows(*sizes):
    return [[round(w, 2) for w in torch.randn(size).tolist()] for size in sizes]


case(train, [[0.0, 1.0], [1.0, 0.0]], [1.0, -1.0], [[0.5, -0.5, 0.0], [1.0, 0.2]], 3)
torch.manual_seed(96)
xor = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
case(train, xor, [-1.0, 1.0, 1.0, -1.0], rows(3, 3, 3, 4), 8)
case(train, rows(3, 3, 3, 3, 3), [0.5, -1.0, 0.0, 2.0, 1.0], rows(4, 4, 3), 5)
case(train, rows(1, 1, 1), [1.0, 0.0, -0.5], rows(2, 2, 2, 2, 5), 6)
