import torch
from handgrad import case
from torch.utils.data import DataLoader, TensorDataset


def batch_sums(x, size, epochs, seed):
    torch.manual_seed(seed)
    loader = DataLoader(TensorDataset(x), batch_size=size, shuffle=True, drop_last=True)
    return torch.stack([batch.sum() for _ in range(epochs) for (batch,) in loader])


case(batch_sums, torch.tensor([1.0, 10.0, 100.0, 1000.0]), 2, 1, 0)
case(batch_sums, torch.tensor([1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0]), 2, 3, 1)
torch.manual_seed(7)
case(batch_sums, torch.rand(10, 3), 3, 2, 42)
case(batch_sums, torch.rand(8, 2), 4, 2, 5)
