import torch

src = torch.arange(1.0, 7).view(2, 3)
index = torch.tensor([[0, 2, 1], [1, 0, 2]])
print(torch.zeros(2, 3).scatter_(1, index, src), src.gather(1, index), torch.zeros(2, 3).scatter_add_(0, torch.tensor([[0, 0, 0], [0, 1, 1]]), src))
print(src.index_select(1, torch.tensor([0, 2])), src.take(torch.tensor([0, 5])), torch.take_along_dim(src, index, 1), src.masked_select(src > 3))
x = torch.zeros(3)
x.index_add_(0, torch.tensor([0, 0, 2]), torch.tensor([1.0, 2.0, 3.0]))
x.index_fill_(0, torch.tensor([1]), 9)
print(x, x.index_copy(0, torch.tensor([0]), torch.tensor([-1.0])), torch.ones(3).put_(torch.tensor([1]), torch.tensor([5.0])))
print(src.masked_fill(src > 4, 0), torch.where(src > 3), src.nonzero().shape, torch.argwhere(src > 5), (src > 3).nonzero(as_tuple=True))
print(torch.isin(torch.tensor([1, 2, 3]), torch.tensor([2])), torch.searchsorted(torch.tensor([1, 3, 5]), torch.tensor([2, 5])), torch.bucketize(torch.tensor([0.5, 2.5]), torch.tensor([1.0, 2.0])))
print(torch.cumsum(src, 1), src.diff(), src.flip(1), torch.logcumsumexp(src, 1)[0], src.cummax(1).values, torch.combinations(torch.arange(3)), torch.cartesian_prod(torch.arange(2), torch.arange(2)))
a = torch.arange(6)
a[a > 2] *= 10
a[::2] = -1
print(a, a.view(2, 3).tolist(), a.clamp_(max=20), a.fill_diagonal_(0) if a.ndim > 1 else "")
i, j = torch.triu_indices(3, 3, offset=1)
print(i, j, torch.vander(torch.tensor([1, 2, 3])), torch.unique_consecutive(torch.tensor([1, 1, 2, 1])))
