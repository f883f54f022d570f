import torch
from torch import nn, optim
from torch.optim.lr_scheduler import CosineAnnealingLR, ExponentialLR, LambdaLR, MultiStepLR, ReduceLROnPlateau, StepLR

p = nn.Parameter(torch.ones(1))


def rates(make, epochs=6):
    optimizer = optim.SGD([p], lr=1.0)
    scheduler = make(optimizer)
    values = []
    for _ in range(epochs):
        optimizer.step()
        values.append(round(optimizer.param_groups[0]["lr"], 4))
        scheduler.step()
    return values, scheduler.get_last_lr()


print(rates(lambda o: StepLR(o, step_size=2, gamma=0.1)))
print(rates(lambda o: ExponentialLR(o, gamma=0.9)))
print(rates(lambda o: CosineAnnealingLR(o, T_max=5)))
print(rates(lambda o: MultiStepLR(o, milestones=[2, 4], gamma=0.5)))
print(rates(lambda o: LambdaLR(o, lr_lambda=lambda epoch: 0.95**epoch)))
optimizer = optim.SGD([p], lr=0.1)
scheduler = ReduceLROnPlateau(optimizer, "min", patience=1, factor=0.5)
for loss in [1.0, 0.9, 0.9, 0.9, 0.9, 0.9]:
    scheduler.step(loss)
    print(optimizer.param_groups[0]["lr"], end=" ")
print()
warm = optim.lr_scheduler.LinearLR(optimizer, start_factor=0.1, total_iters=4)
print(type(warm).__name__, optimizer.param_groups[0]["lr"], warm.last_epoch)
