import torch
import torch.nn.functional as F
from torch import nn


class Classifier(nn.Module):
    def __init__(self, in_dim, hidden, classes):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(in_dim, hidden), nn.ReLU(), nn.Linear(hidden, classes))

    def forward(self, x):
        return self.net(x)


def accuracy(model, x, y):
    model.eval()
    with torch.no_grad():
        return (model(x).argmax(dim=1) == y).float().mean().item()


torch.manual_seed(7)
centers = torch.tensor([[0.0, 2.0], [2.0, 0.0], [-2.0, -1.0]])
y = torch.arange(60) % 3
x = centers[y] + 0.3 * torch.randn(60, 2)
model = Classifier(2, 16, 3)
optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
history = {"loss": [], "accuracy": []}
for epoch in range(1, 16):
    model.train()
    for batch in torch.randperm(len(x)).split(20):
        logits = model(x[batch])
        loss = F.cross_entropy(logits, y[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    history["loss"].append(loss.item())
    history["accuracy"].append(accuracy(model, x, y))
    if epoch % 5 == 0:
        print(f"[{epoch:>2}/15] loss={history['loss'][-1]:.3f} acc={history['accuracy'][-1]:.3f}")
confusion = torch.zeros(3, 3, dtype=torch.int64)
for true, predicted in zip(y, model(x).argmax(1)):
    confusion[true, predicted] += 1
print(confusion, confusion.diag().sum().item() / confusion.sum().item())
probabilities = F.softmax(model(x[:2]), dim=-1)
print(probabilities.sum(dim=-1), probabilities.max(dim=-1).indices)
best = max(range(len(history["accuracy"])), key=lambda k: history["accuracy"][k])
print(best >= 0, all(isinstance(v, float) for v in history["loss"]))
