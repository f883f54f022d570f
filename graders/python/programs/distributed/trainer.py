"""The class that PyTorch's own lessons on several GPUs grow: here on several processes."""

import os

import torch
import torch.multiprocessing as mp
import torch.nn.functional as F
from torch.distributed import destroy_process_group, init_process_group
from torch.nn.parallel import DistributedDataParallel as DDP
from torch.utils.data import DataLoader, Dataset
from torch.utils.data.distributed import DistributedSampler


class Points(Dataset):
    def __init__(self, size):
        generator = torch.Generator().manual_seed(7)
        self.data = [(torch.rand(5, generator=generator), torch.rand(1, generator=generator)) for _ in range(size)]

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.data[index]


def ddp_setup(rank, world_size):
    os.environ["MASTER_ADDR"] = "localhost"
    os.environ["MASTER_PORT"] = "29614"
    torch.set_num_threads(1)
    init_process_group(backend="gloo", rank=rank, world_size=world_size)


class Trainer:
    def __init__(self, model, loader, optimizer, rank, say):
        self.rank, self.loader, self.optimizer, self.say = rank, loader, optimizer, say
        self.model = DDP(model)

    def _run_batch(self, source, targets):
        self.optimizer.zero_grad()
        loss = F.mse_loss(self.model(source), targets)
        loss.backward()
        self.optimizer.step()
        return loss.item()

    def _run_epoch(self, epoch):
        self.loader.sampler.set_epoch(epoch)
        losses = [self._run_batch(source, targets) for source, targets in self.loader]
        self.say(f"[rank {self.rank}] epoch {epoch} | batch size {len(next(iter(self.loader))[0])} | steps {len(self.loader)}")
        self.say(" ".join(f"{loss:.5f}" for loss in losses))

    def train(self, epochs):
        for epoch in range(epochs):
            self._run_epoch(epoch)
            if self.rank == 0:
                self.say(f"epoch {epoch}: {sorted(self.model.module.state_dict())}")


def main(rank, world_size, epochs, queue):
    ddp_setup(rank, world_size)
    torch.manual_seed(3)
    dataset, model = Points(24), torch.nn.Linear(5, 1)
    loader = DataLoader(dataset, batch_size=4, shuffle=False, sampler=DistributedSampler(dataset, seed=1))
    lines = []
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-1)
    Trainer(model, loader, optimizer, rank, lines.append).train(epochs)
    lines.append(str(model.weight.detach()))
    queue.put((rank, lines))
    destroy_process_group()


if __name__ == "__main__":
    queue = mp.get_context("fork").SimpleQueue()
    mp.start_processes(main, args=(2, 2, queue), nprocs=2, join=True, start_method="fork")
    for _, lines in sorted(queue.get() for _ in range(2)):
        print(*lines, sep="\n")
