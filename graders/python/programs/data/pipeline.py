import torch
from torch.utils.data import DataLoader, Dataset, Subset, random_split


class Noisy(Dataset):
    """Points on a line, with noise."""

    def __init__(self, n=12, seed=0, transform=None, target_transform=None):
        g = torch.Generator().manual_seed(seed)
        self.x = torch.rand(n, 1, generator=g)
        self.y = 2 * self.x + 0.1 * torch.randn(n, 1, generator=g)
        self.transform, self.target_transform = transform, target_transform

    def __len__(self):
        return self.x.shape[0]

    def __getitem__(self, i):
        x, y = self.x[i], self.y[i]
        if self.transform is not None:
            x = self.transform(x)
        return x, self.target_transform(y) if self.target_transform else y


class Compose:
    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, x):
        for t in self.transforms:
            x = t(x)
        return x


class Normalize:
    def __init__(self, mean, std):
        self.mean, self.std = mean, std

    def __call__(self, x):
        return (x - self.mean) / self.std


base = Noisy()
data = Noisy(transform=Compose([Normalize(base.x.mean(), base.x.std()), lambda v: v.clamp(-1, 1)]))
train, test = random_split(data, [9, 3], generator=torch.Generator().manual_seed(1))
loader = DataLoader(train, batch_size=4, shuffle=True, generator=torch.Generator().manual_seed(2))
for epoch in range(2):
    print(epoch, [len(x) for x, _ in loader], sum(float(y.sum()) for _, y in loader) > 0)
x, y = next(iter(DataLoader(test, batch_size=len(test))))
print(x, y, len(loader), len(loader.dataset), data.__doc__)
iterator = iter(DataLoader(Subset(data, range(3)), batch_size=2))
print(next(iterator)[0].shape, next(iterator)[0].shape)
try:
    next(iterator)
except StopIteration:
    print("done")
weights = torch.tensor([0.0, 1.0, 0.0])
sampler = torch.utils.data.WeightedRandomSampler(weights, 4)
print(list(sampler), [b for b in DataLoader([10, 20, 30], sampler=sampler, batch_size=None)])
try:
    DataLoader(data, batch_size=2, shuffle=True, sampler=sampler)
except ValueError as error:
    print(error)
