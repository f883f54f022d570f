"""Every rank calls the same collective functions, and tells what it has then."""

import os

import torch
import torch.distributed as dist
import torch.multiprocessing as mp

os.environ["MASTER_ADDR"] = "localhost"
os.environ["MASTER_PORT"] = "29611"


def run(rank, world_size, queue):
    torch.set_num_threads(1)
    dist.init_process_group("gloo", rank=rank, world_size=world_size)
    lines = [f"{dist.get_rank()} of {dist.get_world_size()} by {dist.get_backend()}: {dist.is_initialized()}"]
    tell = lambda name, value: lines.append(f"{name}: {value}")

    for op in (dist.ReduceOp.SUM, dist.ReduceOp.PRODUCT, dist.ReduceOp.MIN, dist.ReduceOp.MAX):
        x = torch.tensor([rank + 1, 5 - rank])
        dist.all_reduce(x, op=op)
        tell("all_reduce", x)

    x = torch.arange(3.0) * (rank + 1)
    dist.reduce(x, dst=1)
    if rank == 1:
        tell("reduce", x)

    x = torch.full((2,), float(rank))
    dist.broadcast(x, src=2)
    tell("broadcast", x)

    gathered = [torch.zeros(2, dtype=torch.int64) for _ in range(world_size)]
    dist.all_gather(gathered, torch.tensor([rank, rank**2]))
    tell("all_gather", gathered)

    into = torch.zeros(world_size * 2)
    dist.all_gather_into_tensor(into, torch.tensor([float(rank), -float(rank)]))
    tell("all_gather_into_tensor", into)

    parts = [torch.zeros(1) for _ in range(world_size)] if rank == 0 else None
    dist.gather(torch.tensor([10.0 * rank]), parts, dst=0)
    tell("gather", parts)

    mine = torch.zeros(2)
    dealt = list(torch.arange(world_size * 2.0).chunk(world_size)) if rank == 0 else None
    dist.scatter(mine, dealt, src=0)
    tell("scatter", mine)

    objects = [None] * world_size
    dist.all_gather_object(objects, {"rank": rank, "even": rank % 2 == 0})
    tell("all_gather_object", objects)

    settings = [{"lr": 0.1}, "sgd"] if rank == 0 else [None, None]
    dist.broadcast_object_list(settings, src=0)
    tell("broadcast_object_list", settings)

    work = dist.all_reduce(torch.ones(2), async_op=True)
    tell("async", work.wait())

    dist.barrier()
    dist.destroy_process_group()
    tell("after", dist.is_initialized())
    queue.put((rank, lines))


if __name__ == "__main__":
    world_size = 3
    context = mp.get_context("fork")
    queue = context.SimpleQueue()
    processes = [context.Process(target=run, args=(rank, world_size, queue)) for rank in range(world_size)]
    for process in processes:
        process.start()
    answers = sorted(queue.get() for _ in processes)
    for process in processes:
        process.join()
    for rank, lines in answers:
        for line in lines:
            print(rank, line)
    print([process.exitcode for process in processes])
