import math

import torch
from handgrad import case


def rates(peak, warmup, total):
    def factor(step):
        if step < warmup:
            return (step + 1) / warmup
        t = (step - warmup) / (total - warmup)
        return 0.5 * (1 + math.cos(math.pi * t))

    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=peak)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
    seen = []
    for _ in range(total):
        seen.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return seen


case(rates, 1.0, 4, 12)
case(rates, 0.1, 3, 10)
case(rates, 0.5, 1, 7)
case(rates, 3.0, 10, 25)
