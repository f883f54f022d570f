"""DistributedDataParallel: three ranks take the steps that one would."""

import os

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel as DDP

torch.manual_seed(1)
X = torch.randn(12, 4)
y = X.sum(1, keepdim=True) ** 2


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 8)
        self.norm = nn.BatchNorm1d(8)
        self.out = nn.Linear(8, 1)

    def forward(self, x):
        return self.out(F.relu(self.norm(self.hidden(x))))


def setup(rank, world_size):
    os.environ["MASTER_ADDR"] = "127.0.0.1"
    os.environ["MASTER_PORT"] = "29612"
    dist.init_process_group("gloo", rank=rank, world_size=world_size)


def train(rank, world_size, results):
    torch.set_num_threads(1)
    setup(rank, world_size)
    torch.manual_seed(100 + rank)
    model = DDP(Net())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.5)
    rows = slice(rank, None, world_size)
    losses = []
    for step in range(6):
        optimizer.zero_grad()
        loss = F.mse_loss(model(X[rows]), y[rows])
        loss.backward()
        optimizer.step()
        total = loss.detach().clone()
        dist.all_reduce(total)
        losses.append(f"{total.item() / world_size:.3f}")
    norm = sum(p.grad.norm().item() for p in model.parameters())
    text = [losses, f"{norm:.3f}", [name for name, _ in model.named_parameters()], model.module.norm.running_mean]
    results.put((rank, [str(each) for each in text]))
    dist.destroy_process_group()


def accumulate(rank, world_size, results):
    torch.set_num_threads(1)
    setup(rank, world_size)
    torch.manual_seed(0)
    model = DDP(nn.Linear(4, 1))
    with model.no_sync():
        F.mse_loss(model(X[rank : rank + 1]), y[rank : rank + 1]).backward()
    alone = model.module.weight.grad.clone()
    F.mse_loss(model(X[rank + 3 : rank + 5]), y[rank + 3 : rank + 5]).backward()
    results.put((rank, [str(alone), str(model.module.weight.grad), str(model.state_dict().keys())]))
    dist.destroy_process_group()


def launch(function, world_size):
    context = mp.get_context("fork")
    results = context.SimpleQueue()
    running = mp.start_processes(function, args=(world_size, results), nprocs=world_size, join=False, start_method="fork")
    for rank, lines in sorted(results.get() for _ in range(world_size)):
        print(f"rank {rank}")
        print("\n".join(lines))
    while not running.join():
        pass


launch(train, 3)
launch(accumulate, 2)
