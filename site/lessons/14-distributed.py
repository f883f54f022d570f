# %% data
import torch
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DistributedSampler

torch.manual_seed(42)
X = torch.randn(12, 3)
y = X.pow(2).sum(1, keepdim=True)
w = torch.tensor([[0.5], [-1.0], [2.0]], requires_grad=True)


def mean_loss(rows):
    return (X[rows] @ w - y[rows]).pow(2).mean()


mean_loss(slice(0, 12)).backward()
whole = w.grad.clone()
print(whole.T)

# %% parts
parts = []
for rank in range(4):
    w.grad = None
    mean_loss(slice(3 * rank, 3 * rank + 3)).backward()
    parts.append(w.grad.clone())
    print(rank, parts[rank].T)
print(torch.stack(parts).mean(0).T)

# %% unequal
uneven = [slice(0, 7), slice(7, 10), slice(10, 12)]
gradients, counts = [], torch.tensor([7.0, 3.0, 2.0])
for rows in uneven:
    w.grad = None
    mean_loss(rows).backward()
    gradients.append(w.grad.clone())
stacked = torch.stack(gradients)
print(torch.allclose(stacked.mean(0), whole))

# %% weighted
print((stacked * counts.view(3, 1, 1)).sum(0).div(12).T)

# %% first
import os

import torch.distributed as dist
import torch.multiprocessing as mp

os.environ["MASTER_ADDR"] = "localhost"
os.environ["MASTER_PORT"] = "29500"


def start(rank, world_size, work, queue):
    torch.set_num_threads(1)
    dist.init_process_group("gloo", rank=rank, world_size=world_size)
    queue.put((rank, work()))
    dist.destroy_process_group()


def spawn(work, nprocs):
    """What `work` gives on each rank, in the order of ranks."""
    queue = mp.get_context("fork").SimpleQueue()
    args = (nprocs, work, queue)
    mp.start_processes(start, args, nprocs, start_method="fork")
    answers = sorted(queue.get() for _ in range(nprocs))
    return [answer for _, answer in answers]


def sum_up():
    mine = torch.tensor([1.0, 10.0]) * (dist.get_rank() + 1)
    dist.all_reduce(mine)
    return str(mine)


for rank, text in enumerate(spawn(sum_up, nprocs=4)):
    print(f"rank {rank} has", text)

# %% mismatch here
def misfit():
    dist.all_reduce(torch.zeros(5 if dist.get_rank() == 2 else 4))


try:
    spawn(misfit, nprocs=3)
except mp.ProcessRaisedException as error:
    print(str(error).splitlines()[-1].removeprefix("RuntimeError: "))

# %% naive
def naive(x):
    """Sums up in rank 0, and gives how many bytes this rank has sent."""
    rank, size = dist.get_rank(), dist.get_world_size()
    bytes_of_x = x.numel() * x.element_size()
    if rank > 0:
        dist.send(x, 0)
        dist.recv(x, 0)
        return bytes_of_x
    other = torch.empty_like(x)
    for source in range(1, size):
        dist.recv(other, source)
        x += other
    for target in range(1, size):
        dist.send(x, target)
    return bytes_of_x * (size - 1)


for nprocs in (2, 4, 6):
    print(nprocs, "ranks:", spawn(lambda: naive(torch.ones(300)), nprocs))

# %% counted
def around(x):
    """Sums up in every rank, and gives how many bytes this rank has sent."""
    rank, size = dist.get_rank(), dist.get_world_size()
    pieces, sent = x.chunk(size), 0
    for step in range(2 * (size - 1)):
        mine, next_one = pieces[(rank - 1 - step) % size], pieces[(rank - 2 - step) % size]
        other = torch.empty_like(next_one)
        sending = dist.isend(mine.clone(), (rank + 1) % size)
        dist.recv(other, (rank - 1) % size)
        sending.wait()
        next_one.copy_(next_one + other if step < size - 1 else other)
        sent += mine.numel() * mine.element_size()
    return sent


for nprocs in (2, 4, 6):
    print(nprocs, "ranks:", spawn(lambda: around(torch.ones(300)), nprocs))

# %% ring
p = 4
tensors = [torch.arange(8) + 100 * rank for rank in range(p)]
pieces = [list(tensor.chunk(p)) for tensor in tensors]
for step in range(p - 1):
    sent = [pieces[rank][(rank - 1 - step) % p].clone() for rank in range(p)]
    for rank in range(p):
        pieces[rank][(rank - 2 - step) % p] += sent[(rank - 1) % p]
    print("step", step)
    for rank in range(p):
        print(tensors[rank])

# %% round
for step in range(p - 1):
    sent = [pieces[rank][(rank - step) % p].clone() for rank in range(p)]
    for rank in range(p):
        pieces[rank][(rank - 1 - step) % p].copy_(sent[(rank - 1) % p])
for rank in range(p):
    print(tensors[rank])

# %% sampler
for rank in range(4):
    print(rank, list(DistributedSampler(range(10), num_replicas=4, rank=rank, shuffle=False)))

# %% epochs
sampler = DistributedSampler(range(8), num_replicas=2, rank=0, seed=0)
for epoch in range(2):
    sampler.set_epoch(epoch)
    print(epoch, list(sampler))

# %% alone
torch.manual_seed(0)
model = nn.Linear(3, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for step in range(5):
    optimizer.zero_grad()
    nn.functional.mse_loss(model(X), y).backward()
    optimizer.step()
alone = model.weight.detach()
print(alone)

# %% ddp
def train():
    rank, world_size = dist.get_rank(), dist.get_world_size()
    torch.manual_seed(rank)  # only rank 0 starts as above
    copy = nn.Linear(3, 1)
    ddp = DistributedDataParallel(copy)
    optimizer = torch.optim.SGD(ddp.parameters(), lr=0.1)
    rows = slice(rank, None, world_size)
    for step in range(5):
        optimizer.zero_grad()
        nn.functional.mse_loss(ddp(X[rows]), y[rows]).backward()
        optimizer.step()
    return str(copy.weight.detach())


for rank, text in enumerate(spawn(train, nprocs=4)):
    print(f"rank {rank}", text)

# %% norm
norm = nn.BatchNorm1d(3)
together = norm(X)
apart = torch.cat([norm(X[3 * rank : 3 * rank + 3]) for rank in range(4)])
print(together[0].detach())
print(apart[0].detach())
