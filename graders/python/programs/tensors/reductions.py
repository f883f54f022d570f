import torch

x = torch.tensor([[3.0, 1.0, 2.0], [6.0, 5.0, 4.0]])
print(x.sum(), x.mean(), x.std(), x.var(unbiased=False), x.prod(), x.max(), x.min(), x.median())
print(x.sum(0), x.sum(dim=1), x.sum(1, keepdim=True), x.mean((0, 1)), x.mean(axis=0), x.sum(axis=1, keepdims=True))
values, indices = x.max(0)
print(values, indices, x.max(dim=1), x.min(1).indices, x.max(1)[0], x.argmax(), x.argmax(dim=1), torch.max(x, 0).values)
result = x.sort(dim=1, descending=True)
print(result, result.values, result[1], type(result), isinstance(result, tuple), len(result))
print(x.topk(2), x.topk(1, dim=0).values, x.kthvalue(2), x.cumsum(1), x.cumprod(0), x.logsumexp(1))
top = torch.topk(x, k=2)
v, i = top
print(v.shape, i, x.norm(), x.norm(dim=1), torch.linalg.norm(x), x.argsort(1), x.unique(), x.aminmax())
print(torch.unique(torch.tensor([3, 1, 3, 2]), return_counts=True), torch.bincount(torch.tensor([0, 1, 1, 3])))
print(x.any(), x.all(), (x > 2).sum(1), torch.count_nonzero(x > 2), x.quantile(0.5), torch.std_mean(x), x.histc(3))
print(torch.tensor([1, 2]).sum().dtype, torch.tensor([True, True]).sum(), x.nonzero().shape, torch.where(x > 4))
print(torch.where(x > 2, x, torch.zeros_like(x)), torch.where(x > 2, 1.0, 0.0), x.clamp(2, 4), x.maximum(torch.tensor(3.0)))
