import torch
from torch.utils.data import BatchSampler, DataLoader, IterableDataset, RandomSampler, SequentialSampler, WeightedRandomSampler


class Stream(IterableDataset):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        for k in range(self.n):
            yield k * 10


print([batch.tolist() for batch in DataLoader(Stream(5), batch_size=2)])
print(list(Stream(3)))
print(list(SequentialSampler(range(4))), list(BatchSampler(SequentialSampler(range(5)), 2, False)), len(BatchSampler(range(5), 2, True)))
torch.manual_seed(0)
print(list(RandomSampler(range(5))))
print(list(WeightedRandomSampler([0.1, 0.9, 0.0], 6, replacement=True)))
loader = DataLoader(range(8), batch_sampler=[[0, 1], [5, 6, 7]])
print([b.tolist() for b in loader])
loader = DataLoader(range(4), sampler=[3, 1, 2, 0], batch_size=2)
print([b.tolist() for b in loader])
