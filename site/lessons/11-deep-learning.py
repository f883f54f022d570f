# %% linear
import torch
from torch import nn

torch.manual_seed(0)
layer = nn.Linear(2, 3)
print(layer)
print(layer.weight)
print(layer.bias)

# %% batch
batch = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 0.0]])
layer(batch)

# %% last-row
layer(batch)[-1].detach()

# %% module
class Classifier(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.first = nn.Linear(2, hidden)
        self.second = nn.Linear(hidden, hidden)
        self.last = nn.Linear(hidden, 2)

    def forward(self, x):
        x = self.first(x).tanh()
        x = self.second(x).tanh()
        return self.last(x)


torch.manual_seed(1)
model = Classifier(16)
print(model)
for name, parameter in model.named_parameters():
    print(name, parameter.shape)

# %% count
count = 0
for parameter in model.parameters():
    count += parameter.numel()
count

# %% softmax
scores = torch.tensor([[2.0, 1.0, -1.0], [0.0, 0.0, 0.0]])
nn.functional.softmax(scores, 1)

# %% cross-entropy
answers = torch.tensor([0, 2])
loss = nn.functional.cross_entropy(scores, answers)
by_hand = -nn.functional.softmax(scores, 1)[[0, 1], answers].log()
print(loss, by_hand.mean())

# %% clueless
nn.functional.cross_entropy(torch.zeros(1, 10), torch.tensor([3]))

# %% spirals
import math


def arm(phase):
    radius = torch.arange(100) / 100 + 0.15
    angle = radius * 4 + phase
    spiral = torch.stack([radius * angle.cos(), radius * angle.sin()], 1)
    return spiral + torch.randn(100, 2) * 0.03


torch.manual_seed(42)
points = torch.cat([arm(0), arm(math.pi)])
labels = (torch.arange(200) >= 100).long()
plot.boundary(model, points, labels)
print(points.shape, labels.sum())

# %% training
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)

for step in range(200):
    optimizer.zero_grad()
    scores = model(points)
    loss = criterion(scores, labels)
    loss.backward()
    optimizer.step()

    plot.line("loss", loss)
    if step % 8 == 0:
        plot.boundary(model, points, labels)
plot.boundary(model, points, labels)
right = (model(points).argmax(1) == labels).sum()
print(right, "of 200 are right")

# %% straight
torch.manual_seed(1)
flat = nn.Sequential(nn.Linear(2, 16), nn.Linear(16, 16), nn.Linear(16, 2))
flat_optimizer = torch.optim.Adam(flat.parameters(), lr=0.02)
for step in range(60):
    flat_optimizer.zero_grad()
    nn.functional.cross_entropy(flat(points), labels).backward()
    flat_optimizer.step()
    if step % 6 == 0:
        plot.boundary(flat, points, labels)

# %% dropout
torch.manual_seed(3)
dropout = nn.Dropout(0.5)
dropout(torch.ones(8))

# %% eval
dropout.eval()
dropout(torch.ones(8))

# %% state
copy = Classifier(16)
print(torch.equal(copy(points), model(points)))
copy.load_state_dict(model.state_dict())
print(torch.equal(copy(points), model(points)))
print(" ".join(model.state_dict()))
