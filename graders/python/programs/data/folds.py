# Cross-validation on sequences of unequal length.
import numpy as np
import torch
from torch import nn
from torch.utils.data import Dataset, DataLoader, Subset, SubsetRandomSampler, WeightedRandomSampler, ConcatDataset


class Sentences(Dataset):
    """Sequences of unequal length."""

    def __init__(self, n=30, seed=0):
        g = torch.Generator().manual_seed(seed)
        self.items = [torch.randint(1, 9, (int(torch.randint(2, 7, (1,), generator=g)),), generator=g) for _ in range(n)]
        self.labels = [int(t.sum() > 15) for t in self.items]

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return {"ids": self.items[i], "label": self.labels[i], "name": f"s{i}"}


def collate(batch):
    lengths = torch.tensor([len(b["ids"]) for b in batch])
    ids = nn.utils.rnn.pad_sequence([b["ids"] for b in batch], batch_first=True, padding_value=0)
    return ids, lengths, torch.tensor([b["label"] for b in batch]), [b["name"] for b in batch]


class Bag(nn.Module):
    def __init__(self, d=8):
        super().__init__()
        self.emb = nn.Embedding(9, d, padding_idx=0)
        self.out = nn.Linear(d, 2)

    def forward(self, ids, lengths):
        mask = (torch.arange(ids.size(1))[None, :] < lengths[:, None]).unsqueeze(-1)
        return self.out((self.emb(ids) * mask).sum(1) / lengths.unsqueeze(1))


torch.manual_seed(0)
np.random.seed(0)
data = Sentences()
order = np.random.permutation(len(data))
folds = np.array_split(order, 3)
print(order[:6], [len(f) for f in folds])
scores = []
for k, test_idx in enumerate(folds):
    train_idx = np.concatenate([f for j, f in enumerate(folds) if j != k])
    train = DataLoader(Subset(data, train_idx.tolist()), batch_size=5, shuffle=True, collate_fn=collate)
    test = DataLoader(data, batch_size=10, sampler=SubsetRandomSampler(test_idx.tolist()), collate_fn=collate)
    model = Bag()
    opt = torch.optim.AdamW(model.parameters(), lr=0.05, weight_decay=0.01)
    for epoch in range(4):
        for ids, lengths, labels, names in train:
            opt.zero_grad()
            loss = nn.functional.cross_entropy(model(ids, lengths), labels)
            loss.backward()
            opt.step()
    with torch.no_grad():
        hits = sum((model(i, l).argmax(-1) == y).sum().item() for i, l, y, _ in test)
    scores.append(hits / len(test_idx))
    print(f"fold {k}: loss {loss.item():.4f} acc {scores[-1]:.2f} {ids.shape} {names[:2]}")
print(f"mean {np.mean(scores):.3f} +- {np.std(scores):.3f}")
print(model.emb.weight[0], model.emb.weight.grad[0].abs().sum())
counts = np.bincount([d["label"] for d in data])
weights = 1.0 / torch.tensor(counts, dtype=torch.float)
sampler = WeightedRandomSampler([weights[d["label"]].item() for d in data], num_samples=12, replacement=True)
print(counts, list(sampler))
both = ConcatDataset([data, Sentences(5, seed=3)])
print(len(both), both[32]["name"], both[-1]["ids"])
batch = next(iter(DataLoader(data, batch_size=1)))
print(batch)
try:
    next(iter(DataLoader(data, batch_size=4)))
except RuntimeError as e:
    print("RuntimeError:", str(e).splitlines()[0][:70])
packed = nn.utils.rnn.pack_padded_sequence(ids, lengths, batch_first=True, enforce_sorted=False)
print(packed.data[:5], packed.batch_sizes)
