import torch
from handgrad import case
from torch.utils.data import DataLoader, Dataset


class Windows(Dataset):
    def __init__(self, series, width):
        self.series = series
        self.width = width

    def __getitem__(self, index):
        return self.series[index : index + self.width], self.series[index + self.width]

    def __len__(self):
        return len(self.series) - self.width


def load(series, width):
    return [list(batch) for batch in DataLoader(Windows(series, width), batch_size=4)]


def count(series, width):
    return len(Windows(series, width))


case(load, torch.arange(6.0), 2)
case(count, torch.arange(6.0), 2)
torch.manual_seed(3)
case(load, torch.rand(11), 3)
case(load, torch.randn(7, 2), 4)
case(count, torch.rand(9), 5)
