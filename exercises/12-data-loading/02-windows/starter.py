import torch
from torch.utils.data import DataLoader, Dataset


class Windows(Dataset):
    def __init__(self, series, width):
        self.series = series
        self.width = width

    def __getitem__(self, i):
        return self.series[i], self.series[i]

    def __len__(self):
        return len(self.series)


def load(series, width):
    return list(DataLoader(Windows(series, width), batch_size=4))


def count(series, width):
    return len(Windows(series, width))
