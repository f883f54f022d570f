import torch
from handgrad import case
from torch import nn


def train(X, y, classes, steps):
    model = nn.Sequential(nn.Linear(X.size(1), 8), nn.ReLU(), nn.Dropout(0.25), nn.Linear(8, classes))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(X), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
    model.eval()
    with torch.no_grad():
        return [torch.stack(losses), model(X)]


case(train, torch.tensor([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.5]]), torch.tensor([0, 1, 2]), 3, 4)
torch.manual_seed(116)
case(train, torch.randn(6, 3), torch.randint(2, (6,)), 2, 8)
case(train, torch.randn(9, 2), torch.randint(4, (9,)), 4, 5)
case(train, torch.randn(4, 5), torch.randint(3, (4,)), 3, 6)
