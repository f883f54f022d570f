import torch
import torch.nn as nn
import torch.nn.functional as F

logits = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]], requires_grad=True)
target = torch.tensor([0, 1])
loss = nn.CrossEntropyLoss()(logits, target)
print(loss, f"{loss.item():.4f}", F.cross_entropy(logits, target, reduction="none"), F.cross_entropy(logits, target, label_smoothing=0.1))
loss.backward()
print(logits.grad)
p = F.softmax(logits, dim=1)
print(p, p.sum(dim=1), p.argmax(1), F.log_softmax(logits, 1), F.nll_loss(F.log_softmax(logits, 1), target))
a, b = torch.tensor([1.0, 2.0]), torch.tensor([1.5, 1.0])
print(F.mse_loss(a, b), F.l1_loss(a, b), F.smooth_l1_loss(a, b), nn.HuberLoss()(a, b), F.binary_cross_entropy(torch.sigmoid(a), torch.tensor([0.0, 1.0])))
print(F.one_hot(target, 3), F.normalize(a, dim=0), F.cosine_similarity(a, b, dim=0), F.pairwise_distance(a[None], b[None]))
try:
    nn.CrossEntropyLoss()(logits, torch.tensor([0, 5]))
except IndexError as error:
    print(type(error).__name__, error)
try:
    nn.CrossEntropyLoss()(logits, torch.tensor([0]))
except ValueError as error:
    print(error)
try:
    F.mse_loss(a, torch.ones(3))
except RuntimeError as error:
    print(error)
try:
    nn.Linear(3, 2)(torch.ones(2, 4))
except RuntimeError as error:
    print(error)
try:
    nn.Linear(3, 2)(torch.ones(2, 3, dtype=torch.int64))
except RuntimeError as error:
    print(error)
try:
    nn.Embedding(3, 2)(torch.tensor([5]))
except IndexError as error:
    print(error)
