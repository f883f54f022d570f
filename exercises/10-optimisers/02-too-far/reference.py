import torch
from handgrad import case


def descend(loss, w, rate, steps):
    w = torch.tensor(w, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    for _ in range(steps):
        optimizer.zero_grad()
        loss(w).backward()
        optimizer.step()
    return w.item()


def one_step():
    return descend(lambda w: 2 * w**2, 5.0, 0.1, 1)


def seven_steps():
    return descend(lambda w: 2 * w**2, 3.0, 0.5, 7)


def best_rate():
    assert descend(lambda w: 4 * w**2, 3.0, 1 / 8, 1) == 0
    return 1 / 8


def limit():
    steep = lambda rate: abs(descend(lambda y: 10 * y**2, 1.0, rate, 100))
    assert steep(0.099) < 1 < steep(0.101)
    return 2 / 20


def final_velocity():
    v = 0.0
    for _ in range(1000):
        v = 0.9 * v + 2
    return v


case(one_step)
case(seven_steps)
case(best_rate)
case(limit)
case(final_velocity)
