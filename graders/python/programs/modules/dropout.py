import torch
from torch import nn

torch.manual_seed(0)
drop = nn.Dropout(0.5)
x = torch.ones(8)
print(drop(x), drop.training)
drop.eval()
print(drop(x), nn.Dropout2d(0.5)(torch.ones(1, 4, 1, 1)).flatten(), nn.functional.dropout(x, p=0.2))
bn = nn.BatchNorm1d(3, momentum=0.5)
data = torch.randn(6, 3) * 2 + 1
out = bn(data)
print(out.mean(0).abs().max() < 1e-6, bn.running_mean, bn.running_var, bn.weight, bn.bias)
bn.eval()
print(bn(data)[0], bn.training, bn)
ln = nn.LayerNorm(3)
print(ln(data)[0], ln.weight.shape, nn.LayerNorm([2, 3], elementwise_affine=False))
try:
    nn.BatchNorm1d(3)(torch.randn(1, 3))
except ValueError as error:
    print(error)
try:
    nn.Dropout(1.5)
except ValueError as error:
    print(error)
