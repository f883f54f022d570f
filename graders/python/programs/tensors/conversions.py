import torch

t = torch.tensor([[1, 2], [3, 4]])
print(t.tolist(), t[0].tolist(), t[0, 0].item(), type(t[0, 0].item()), type(t.float()[0, 0].item()), type(t.bool()[0, 0].item()))
print(int(t[0, 1]), float(t[0, 1]), str(t[0, 1]), complex(2, 3), hash(t) == hash(t), t == t)
print(list(range(t[1, 1])), "ab" * t[0, 1], [0] * t[0, 1].item(), "abc"[t[0, 0]], round(2.567, int(t[0, 0])))
print(torch.tensor(list(range(3))), torch.tensor(tuple([1.5, 2])), torch.tensor([t[0, 0], t[1, 1]]), torch.as_tensor([1, 2]))
print(torch.stack([torch.tensor(float(k)) for k in range(3)]), torch.tensor([[k * j for k in range(3)] for j in range(2)]))
print(t.numpy(), t.numpy().dtype, t.flatten().numpy().sum(), type(t.numpy()), t.float().numpy())
x = torch.tensor(0.1)
print(x.item(), x.double().item(), 0.1 + 0.2, torch.tensor(1 / 3).item(), torch.tensor(16777217.0).item(), x.tolist())
import math
print(math.sqrt(torch.tensor(16.0)), math.floor(torch.tensor(2.7)), math.exp(torch.tensor(0)), math.pi, math.isclose(x, 0.1, rel_tol=1e-6))
print(max(torch.tensor(3), torch.tensor(5)), abs(torch.tensor(-2)), sum([torch.tensor(1), torch.tensor(2)]), pow(torch.tensor(2), 3))
try:
    round(torch.tensor(2.6))
except TypeError as error:
    print(error)
