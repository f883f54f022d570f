import torch
from handgrad import case
from torch.utils.data import DataLoader, TensorDataset, WeightedRandomSampler


def balanced(x, y, size, seed):
    weights = (1 / torch.bincount(y))[y]
    torch.manual_seed(seed)
    sampler = WeightedRandomSampler(weights, len(x))
    batches = list(DataLoader(TensorDataset(x, y), batch_size=size, sampler=sampler))
    return [torch.cat([batch[0] for batch in batches]), torch.cat([batch[1] for batch in batches])]


case(balanced, torch.tensor([[1.0], [2.0], [3.0], [4.0]]), torch.tensor([0, 0, 0, 1]), 2, 0)
torch.manual_seed(8)
case(balanced, torch.rand(9, 2), torch.tensor([0, 1, 1, 1, 1, 1, 2, 2, 1]), 4, 1)
case(balanced, torch.rand(12, 3), torch.tensor([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 5, 2)
case(balanced, torch.rand(15, 2), torch.randint(3, (15,)), 15, 3)
