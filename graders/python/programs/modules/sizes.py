import torch
from torch import nn


def count(model):
    return sum(p.numel() for p in model.parameters() if p.requires_grad)


def summary(model, x):
    print(f"{'Layer':<14}{'Output':<20}{'Params':>8}")
    for name, layer in model.named_children():
        x = layer(x)
        print(f"{type(layer).__name__:<14}{str(list(x.shape)):<20}{count(layer):>8,}")
    print(f"Total: {count(model):,}")


model = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 16, 3, stride=2, padding=1), nn.Flatten(), nn.Linear(16 * 8 * 8, 10))
summary(model, torch.zeros(2, 3, 32, 32))
for layer in [nn.Conv2d(1, 2, (3, 5), padding=(1, 2), dilation=1, groups=1), nn.ConvTranspose2d(2, 1, 3, stride=2, output_padding=1, padding=1), nn.AvgPool2d(3, stride=1, padding=1), nn.Conv2d(4, 4, 3, groups=4, bias=False), nn.AdaptiveMaxPool2d(2), nn.Conv1d(1, 2, 4, padding="same")]:
    shape = {nn.ConvTranspose2d: (1, 2, 5, 5), nn.Conv1d: (1, 1, 10)}.get(type(layer), (1, getattr(layer, "in_channels", 1), 8, 8))
    print(layer, tuple(layer(torch.zeros(shape)).shape), count(layer))
