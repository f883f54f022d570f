import torch
from torch import nn


def train(X, y, classes, steps):
    """The loss of every step, and the model's scores in the end."""
    model = nn.Sequential(nn.Linear(X.size(1), 8), nn.ReLU(), nn.Dropout(0.25), nn.Linear(8, classes))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    losses = []
    for _ in range(steps):
        loss = nn.functional.cross_entropy(nn.functional.softmax(model(X), 1), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
    with torch.no_grad():
        return [torch.stack(losses), model(X)]
