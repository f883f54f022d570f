import torch
from torch import nn

torch.manual_seed(0)
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.5, total_steps=6)
rates = []
for step in range(6):
    optimizer.zero_grad()
    loss = model(torch.ones(1, 2)).pow(2).sum()
    loss.backward()
    optimizer.step()
    rates.append(round(optimizer.param_groups[0]["lr"], 4))
    if step < 5:
        scheduler.step()
print(rates)
checkpoint = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 5}
print(sorted(checkpoint), checkpoint["epoch"], list(checkpoint["model"]))
restored = nn.Linear(2, 1)
restored.load_state_dict(checkpoint["model"])
again = torch.optim.SGD(restored.parameters(), lr=1.0)
again.load_state_dict(checkpoint["optimizer"])
print(torch.equal(restored.weight, model.weight), again.param_groups[0]["lr"] == optimizer.param_groups[0]["lr"])
losses = torch.tensor([3.0, 2.0, 1.5, 1.4])
print((losses[1:] < losses[:-1]).all(), losses.diff(), torch.cat([losses, losses.new_tensor([1.0])]).argmin().item())
window = torch.ones(2) / 2
print(torch.nn.functional.conv1d(losses.view(1, 1, -1), window.view(1, 1, -1)).flatten())
