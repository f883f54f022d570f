import torch

x = torch.tensor([-1.0, 2.0], requires_grad=True)
optimizer = torch.optim.LBFGS([x], lr=0.5, max_iter=5)


def rosenbrock(v):
    return (1 - v[0]) ** 2 + 10 * (v[1] - v[0] ** 2) ** 2


def closure():
    optimizer.zero_grad()
    loss = rosenbrock(x)
    loss.backward()
    return loss


for _ in range(8):
    loss = optimizer.step(closure)
print(f"{rosenbrock(x).item():.4f}", x.detach().round(decimals=2))
y = torch.tensor([3.0], requires_grad=True)
adam = torch.optim.Adam([y], lr=0.5)
for _ in range(20):
    loss = adam.step(lambda: (adam.zero_grad(), (y**2).sum())[1])
print(loss, y)
