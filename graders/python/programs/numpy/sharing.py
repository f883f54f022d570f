import numpy as np
import torch

a = np.ones(3)
t = torch.from_numpy(a)
np.add(a, 1, out=a)
print(a, t)
t[0] = 50
print(a, t, t.dtype)
b = torch.zeros(2, 2)
n = b.numpy()
n[0, 1] = 9
b.add_(1)
print(b, n, np.shares_memory(n, b.numpy()))
c = torch.tensor(a)
c[0] = -1
print(a[0], c)
print(torch.from_numpy(a[1:]), torch.from_numpy(np.arange(4).reshape(2, 2).T), torch.ones(2, 3).T.numpy().strides)
print(t.numpy() is a, torch.as_tensor(a).data_ptr() == t.data_ptr(), t.numpy().sum(), np.multiply(t.numpy(), 2))
g = torch.ones(2, requires_grad=True)
try:
    g.numpy()
except RuntimeError as error:
    print(error)
print(g.detach().numpy(), g.detach().cpu().numpy().tolist(), np.array([x.item() for x in g]))
print(torch.from_numpy(np.random.RandomState(0).rand(2)), torch.tensor(np.random.RandomState(1).randn(2), dtype=torch.float32))
