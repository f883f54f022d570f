"""When shapes fit together, what comes out, and what may not be written to."""

import torch

x = torch.empty(5, 7, 3)
y = torch.empty(5, 7, 3)
print((x + y).size())
x = torch.empty((0,))
y = torch.empty(2, 2)
try:
    x + y
except RuntimeError as error:
    print(error)
x = torch.empty(5, 3, 4, 1)
y = torch.empty(3, 1, 1)
print((x + y).size(), torch.broadcast_shapes((5, 3, 4, 1), (3, 1, 1)))
try:
    torch.empty(5, 2, 4, 1) + y
except RuntimeError as error:
    print(error)
x = torch.empty(5, 3, 4, 1)
print((x.add_(y)).size())
x = torch.empty(1, 3, 1)
y = torch.empty(3, 1, 7)
try:
    (x.add_(y)).size()
except RuntimeError as error:
    print(error)
a, b = torch.arange(3).unsqueeze(1), torch.arange(4)
print(a * 10 + b, torch.broadcast_tensors(a, b)[0].stride())
rows = torch.arange(6.0).view(2, 3)
print(rows - rows.mean(1, keepdim=True), rows / rows.norm(dim=0))
points = torch.tensor([[0.0, 0.0], [3.0, 4.0], [6.0, 8.0]])
print(((points[:, None] - points[None]) ** 2).sum(-1).sqrt())
print(torch.where(rows > 2, rows, torch.tensor(-1.0)), torch.maximum(rows, torch.tensor([0.0, 2.0, 4.0])))
e = torch.ones(3, 1).expand(3, 4)
try:
    e[0, 0] = 5
    e.add_(1)
except RuntimeError as error:
    print(str(error).split(".")[0])
