"""Three arms of a spiral: a linear classifier and a network by hand, then with nn; a table of factors; style."""

import numpy as np
import torch
import torch.nn as nn

np.random.seed(0)
N, D, K = 20, 2, 3
X = np.zeros((N * K, D))
y = np.zeros(N * K, dtype="uint8")
for j in range(K):
    ix = range(N * j, N * (j + 1))
    r = np.linspace(0.0, 1, N)
    t = np.linspace(j * 4, (j + 1) * 4, N) + np.random.randn(N) * 0.2
    X[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
    y[ix] = j
print(X.shape, y[:3], X[:2].round(3))
W = 0.01 * np.random.randn(D, K)
b = np.zeros((1, K))
num_examples = X.shape[0]
for i in range(20):
    scores = np.dot(X, W) + b
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    corect_logprobs = -np.log(probs[range(num_examples), y])
    loss = np.sum(corect_logprobs) / num_examples + 0.5 * 1e-3 * np.sum(W * W)
    if i % 10 == 0:
        print("iteration %d: loss %f" % (i, loss))
    dscores = probs
    dscores[range(num_examples), y] -= 1
    dscores /= num_examples
    dW = np.dot(X.T, dscores)
    db = np.sum(dscores, axis=0, keepdims=True)
    W += -1.0 * (dW + 1e-3 * W)
    b += -1.0 * db
predicted_class = np.argmax(np.dot(X, W) + b, axis=1)
print("training accuracy: %.2f" % (np.mean(predicted_class == y)))

torch.manual_seed(0)
X, y = torch.from_numpy(X).float(), torch.from_numpy(y).long()
net = nn.Sequential(nn.Linear(D, 24), nn.ReLU(), nn.Linear(24, K))
optimizer = torch.optim.Adam(net.parameters(), lr=0.02, weight_decay=1e-5)
for epoch in range(30):
    loss = nn.functional.cross_entropy(net(X), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
_, predicted = torch.max(net(X).data, 1)
print(f"[EPOCH]: {epoch}, [LOSS]: {loss.item():.3f}, [ACCURACY]: {(predicted == y).sum().item() / y.size(0):.2f}")
classes = ("first", "second", "third")
correct_pred = {classname: 0 for classname in classes}
for label, prediction in zip(y, predicted):
    if label == prediction:
        correct_pred[classes[label]] += 1
for classname, correct_count in correct_pred.items():
    print(f"Accuracy for class: {classname:6s} is {100 * float(correct_count) / N:.1f} %")


class MatrixFactorization(torch.nn.Module):
    def __init__(self, n_users, n_items, n_factors=3):
        super().__init__()
        self.user_factors = torch.nn.Embedding(n_users, n_factors)
        self.item_factors = torch.nn.Embedding(n_items, n_factors)

    def forward(self, user, item):
        return (self.user_factors(user) * self.item_factors(item)).sum(1)


ratings = torch.tensor([[5.0, 3, 0], [4, 0, 1], [1, 1, 5]])
rows, cols = ratings.nonzero().t()
mf = MatrixFactorization(3, 3)
optimizer = torch.optim.SGD(mf.parameters(), lr=0.05)
for _ in range(30):
    for row, col in zip(*(rows, cols)):
        optimizer.zero_grad()
        error = (ratings[row, col] - mf(row.view(1), col.view(1))).pow(2).mean()
        error.backward()
        optimizer.step()
print(f"{error.item():.2f}", mf(rows, cols).shape)


def gram_matrix(input):
    a, b, c, d = input.size()
    features = input.view(a * b, c * d)
    return torch.mm(features, features.t()).div(a * b * c * d)


print(gram_matrix(torch.arange(16.0).view(1, 2, 2, 4)))
image = torch.rand(1, 1, 4, 4).requires_grad_(True)
optimizer = torch.optim.LBFGS([image])
steps = [0]


def closure():
    with torch.no_grad():
        image.clamp_(0, 1)
    optimizer.zero_grad()
    loss = (gram_matrix(image) - 0.25).pow(2).sum()
    loss.backward()
    steps[0] += 1
    return loss


optimizer.step(closure)
print(steps[0] > 1, f"{closure().item():.4f}")
