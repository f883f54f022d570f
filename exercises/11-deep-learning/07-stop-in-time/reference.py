import torch
from handgrad import case
from torch import nn


def train(X, y, X_held, y_held, patience):
    model = nn.Sequential(nn.Linear(X.size(1), 16), nn.Tanh(), nn.Linear(16, 2))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    best, best_step, step, kept = float("inf"), 0, 0, None
    while step - best_step < patience:
        step += 1
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(X), y).backward()
        optimizer.step()
        with torch.no_grad():
            loss = nn.functional.cross_entropy(model(X_held), y_held).item()
        if loss < best - 0.001:
            best, best_step = loss, step
            kept = {name: value.clone() for name, value in model.state_dict().items()}
    model.load_state_dict(kept)
    with torch.no_grad():
        return [best_step, best, model(X_held)]


def examples(n, features):
    # Two clouds that overlap, and some labels that are wrong: there is noise to be learnt by heart.
    X = torch.randn(n, features)
    return X, (X.sum(1) + torch.randn(n) > 0).long()


torch.manual_seed(6)
case(train, *examples(6, 2), *examples(4, 2), 2)
case(train, *examples(12, 3), *examples(8, 3), 4)
case(train, *examples(20, 2), *examples(10, 2), 3)
case(train, *examples(10, 4), *examples(7, 4), 5)
