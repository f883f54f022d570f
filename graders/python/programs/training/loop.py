import torch
import torch.nn as nn
import torch.optim as optim

torch.manual_seed(42)
X = torch.randn(64, 2)
y = (X[:, 0] * X[:, 1] > 0).float().unsqueeze(1)
model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1))
criterion = nn.BCEWithLogitsLoss()
optimizer = optim.Adam(model.parameters(), lr=0.05)
losses = []
for epoch in range(40):
    model.train()
    optimizer.zero_grad()
    output = model(X)
    loss = criterion(output, y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
    if epoch % 10 == 0:
        print(f"Epoch {epoch:2d}, loss: {loss.item():.4f}")
model.eval()
with torch.no_grad():
    accuracy = ((torch.sigmoid(model(X)) > 0.5).float() == y).float().mean()
print(f"accuracy {accuracy:.2%}", losses[-1] < losses[0], len(losses), f"{min(losses):.3f}")
print(optimizer)
