# Averages over a training: of the weights, and of a model that follows slowly.
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn, update_bn

torch.manual_seed(4)
x = torch.randn(40, 3)
y = x.sum(1, keepdim=True).tanh()
model = nn.Sequential(nn.Linear(3, 6), nn.BatchNorm1d(6), nn.ReLU(), nn.Linear(6, 1))
mean = AveragedModel(model)
slow = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.9))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for step in range(12):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(x), y)
    loss.backward()
    optimizer.step()
    slow.update_parameters(model)
    if step >= 6:
        mean.update_parameters(model)
print(mean.n_averaged, slow.n_averaged, list(mean.state_dict())[:3])
update_bn(torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x), batch_size=20), mean)
for each in (model, mean, slow):
    each.eval()
    print(type(each).__name__, f"{nn.functional.mse_loss(each(x), y).item():.5f}")
print(mean.module[0].weight)
print(mean.module[1].running_mean, mean.module[1].momentum)
