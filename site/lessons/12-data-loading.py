# %% table
import torch
from torch.utils.data import DataLoader, Dataset, TensorDataset, WeightedRandomSampler, random_split

torch.manual_seed(42)
X = torch.rand(10, 3)
y = (X.sum(1) > 1.5).long()
print(X.shape, y)

# %% by-hand
for start in range(0, 10, 4):
    print(X[start : start + 4].shape, y[start : start + 4])


# %% dataset
class Squares(Dataset):
    def __getitem__(self, index):
        return torch.tensor([float(index), float(index * index)])

    def __len__(self):
        return 1000


squares = Squares()
print(len(squares), squares[12])

# %% tensor-dataset
data = TensorDataset(X, y)
print(len(data), list(data[3]))

# %% loader
for features, labels in DataLoader(data, batch_size=4):
    print(features.shape, labels)

# %% lazy
pairs = next(iter(DataLoader(squares, batch_size=3)))
pairs

# %% shuffle
torch.manual_seed(0)
loader = DataLoader(TensorDataset(torch.arange(10)), batch_size=4, shuffle=True)
for epoch in range(2):
    print([batch.tolist() for (batch,) in loader])

# %% drop-last
print(len(DataLoader(data, batch_size=4)), len(DataLoader(data, batch_size=4, drop_last=True)))

# %% ragged
words = [torch.tensor([3, 1]), torch.tensor([4]), torch.tensor([1, 5, 9])]
try:
    next(iter(DataLoader(words, batch_size=3)))
except RuntimeError as error:
    print(error)


# %% collate
def pad(batch):
    width = max(len(word) for word in batch)
    padded = torch.zeros(len(batch), width, dtype=torch.int64)
    for row, word in enumerate(batch):
        padded[row, : len(word)] = word
    return padded


next(iter(DataLoader(words, batch_size=3, collate_fn=pad)))

# %% split
torch.manual_seed(1)
train, test = random_split(data, [0.8, 0.2])
print(train.indices, test.indices)

# %% standardise
mean = X[train.indices].mean(0)
std = X[train.indices].std(0)
scaled = (X - mean) / std
print(scaled[train.indices].mean(0).abs() < 1e-6, scaled[train.indices].std(0))

# %% rare
labels = torch.tensor([0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
counts = torch.bincount(labels)
weights = (1 / counts)[labels]
print(counts)
print(weights)

# %% balanced
torch.manual_seed(2)
drawn = list(WeightedRandomSampler(weights, 1000))
torch.bincount(labels[drawn])
