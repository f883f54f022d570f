import torch
from torch.utils.data import DataLoader, Dataset


class Squares(Dataset):
    def __init__(self, n, transform=None):
        self.n = n
        self.transform = transform

    def __len__(self):
        return self.n

    def __getitem__(self, index):
        if index >= self.n:
            raise IndexError
        x = torch.tensor([float(index)])
        if self.transform:
            x = self.transform(x)
        return x, index**2


data = Squares(5)
print(len(data), data[2], isinstance(data, Dataset))
for x, y in data:
    print(x, y, end=" ")
print()
for x, y in DataLoader(data, batch_size=2):
    print(x, y, x.shape, y.dtype)
for i, (x, y) in enumerate(DataLoader(Squares(4, transform=lambda v: v / 2), batch_size=3, drop_last=True)):
    print(i, x.flatten(), y)
torch.manual_seed(0)
loader = DataLoader(data, batch_size=2, shuffle=True)
print(len(loader), [y.tolist() for _, y in loader], [y.tolist() for _, y in loader])
batch = next(iter(loader))
print(type(batch), len(batch), loader.batch_size, loader.dataset is data)
