"""Messages from rank to rank, and an all-reduce made of them."""

import os

import torch
import torch.distributed as dist
import torch.multiprocessing as mp

os.environ.update(MASTER_ADDR="localhost", MASTER_PORT="29613")


def ring_sum(x):
    rank, size = dist.get_rank(), dist.get_world_size()
    left, right = (rank - 1) % size, (rank + 1) % size
    pieces = list(x.chunk(size))
    incoming = torch.empty_like(pieces[0])
    for step in range(2 * (size - 1)):
        going = (rank - step) % size
        coming = (rank - 1 - step) % size
        request = dist.isend(pieces[going], right)
        dist.recv(incoming, left)
        request.wait()
        if step < size - 1:
            pieces[coming] += incoming
        else:
            pieces[coming].copy_(incoming)
    return x


def work(rank, size, queue):
    torch.set_num_threads(1)
    dist.init_process_group("gloo", rank=rank, world_size=size)
    x = ring_sum(torch.arange(8.0) + 100 * rank)
    told = [str(x)]

    if rank == 0:
        dist.send(torch.tensor([3.5, 4.5]), dst=1)
    elif rank == 1:
        received = torch.zeros(2)
        source = dist.recv(received)
        told.append(f"{received} from {source}")

    requests = []
    if rank == 3:
        buffers = [torch.zeros(1, dtype=torch.int64) for _ in range(3)]
        requests = [dist.irecv(buffer, src=k) for k, buffer in enumerate(buffers)]
    else:
        requests = [dist.isend(torch.tensor([rank * 11]), dst=3)]
    for request in requests:
        request.wait()
    if rank == 3:
        told.append(str(buffers))

    pair = dist.new_group([0, 2])
    if rank in (0, 2):
        y = torch.tensor([rank + 1.0])
        dist.all_reduce(y, group=pair)
        told.append(f"{y} in a group of {dist.get_world_size(pair)}, as {dist.get_rank(pair)}")
    dist.barrier()
    queue.put((rank, told))
    dist.destroy_process_group()


queue = mp.get_context("fork").SimpleQueue()
mp.start_processes(work, args=(4, queue), nprocs=4, start_method="fork")
for rank, told in sorted(queue.get() for _ in range(4)):
    print(rank, *told, sep="\n  ")
