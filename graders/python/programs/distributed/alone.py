"""A single rank, what is refused, and processes that have nothing to do with ranks."""

import os

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch.nn.parallel import DistributedDataParallel


def attempt(function):
    try:
        print("gave", function())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(dist.is_available(), dist.is_initialized(), dist.is_gloo_available())
attempt(lambda: dist.all_reduce(torch.ones(2)))
attempt(lambda: dist.get_rank())
attempt(lambda: dist.init_process_group("gloo"))
attempt(lambda: dist.init_process_group("gloo", rank=0))
os.environ["WORLD_SIZE"] = "1"
os.environ["RANK"] = "0"
attempt(lambda: dist.init_process_group("gloo"))
os.environ["MASTER_ADDR"] = "localhost"
os.environ["MASTER_PORT"] = "29615"
dist.init_process_group("gloo")
attempt(lambda: dist.init_process_group("gloo"))
x = torch.tensor([1.0, 2.0])
dist.all_reduce(x)
dist.broadcast(x, src=0)
dist.barrier()
print(x, dist.get_rank(), dist.get_world_size())
attempt(lambda: dist.scatter(torch.zeros(1), None, src=0))
attempt(lambda: dist.all_reduce([1, 2]))
model = DistributedDataParallel(torch.nn.Linear(2, 1))
print(model)
model(x).sum().backward()
print(model.module.weight.grad)
dist.destroy_process_group()


def square(numbers, queue):
    for number in numbers:
        queue.put(number**2)


def fill(shared, value):
    shared.fill_(value)


queue = mp.get_context("fork").SimpleQueue()
process = mp.get_context("fork").Process(target=square, args=([1, 2, 3], queue))
process.start()
process.join()
print([queue.get() for _ in range(3)], process.exitcode, process.is_alive())

shared = torch.zeros(3).share_memory_()
mp.start_processes(lambda rank, shared: fill(shared[rank], rank + 1.0), args=(shared,), nprocs=3, start_method="fork")
print(shared, shared.is_shared())


def fail(rank):
    torch.ones(2) @ torch.ones(3)


try:
    mp.start_processes(fail, nprocs=1, start_method="fork")
except Exception as error:
    print(type(error).__name__, error.error_index)
    print(str(error).splitlines()[2], str(error).splitlines()[-1], sep="\n")
