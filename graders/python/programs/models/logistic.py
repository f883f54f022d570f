import torch

torch.manual_seed(0)
n = 50
X = torch.cat([torch.randn(n, 2) + 1, torch.randn(n, 2) - 1])
y = torch.cat([torch.ones(n), torch.zeros(n)])
w = torch.zeros(2, requires_grad=True)
b = torch.zeros(1, requires_grad=True)


def model(X):
    return torch.sigmoid(X @ w + b)


def bce(p, y):
    return -(y * p.clamp(min=1e-7).log() + (1 - y) * (1 - p).clamp(min=1e-7).log()).mean()


for epoch in range(1, 101):
    loss = bce(model(X), y)
    gw, gb = torch.autograd.grad(loss, (w, b))
    with torch.no_grad():
        w -= 0.5 * gw
        b -= 0.5 * gb
    if epoch % 25 == 0:
        accuracy = ((model(X) > 0.5) == y.bool()).float().mean()
        print(f"{epoch:4d} {loss:.4f} {accuracy:.2f}")
predictions = (model(X) > 0.5).int()
tp = ((predictions == 1) & (y == 1)).sum().item()
fp = ((predictions == 1) & (y == 0)).sum().item()
fn = ((predictions == 0) & (y == 1)).sum().item()
precision, recall = tp / (tp + fp), tp / (tp + fn)
print(f"precision {precision:.3f} recall {recall:.3f} f1 {2 * precision * recall / (precision + recall):.3f}")
