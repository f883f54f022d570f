import torch
from torch.utils.data import ConcatDataset, DataLoader, Subset, TensorDataset, random_split

X = torch.arange(10.0).view(5, 2)
y = torch.arange(5)
data = TensorDataset(X, y)
print(len(data), data[1], data[0:2], data.tensors[0].shape)
train, test = random_split(data, [3, 2], generator=torch.Generator().manual_seed(42))
print(len(train), len(test), train.indices, test.indices, train[0])
for features, labels in DataLoader(train, batch_size=2):
    print(features, labels)
subset = Subset(data, [4, 0])
print(len(subset), subset[0], [int(label) for _, label in subset])
both = ConcatDataset([train, subset])
print(len(both), both[3])
a, b = random_split(range(10), [0.7, 0.3], generator=torch.Generator().manual_seed(0))
print(list(a), list(b))
for (features,) in DataLoader(TensorDataset(X), batch_size=4):
    print(features.sum())
try:
    TensorDataset(X, torch.ones(3))
except AssertionError as error:
    print("AssertionError", error)
try:
    data[7]
except IndexError as error:
    print("IndexError", error)
