"""torch.optim.swa_utils: averages of a model's parameters over its training."""

import torch
from copy import deepcopy
from torch import nn


def get_ema_multi_avg_fn(decay=0.999):
    @torch.no_grad()
    def update(averages, current, count):
        for average, new in zip(averages, current):
            average.lerp_(new, 1 - decay)

    return update


def get_ema_avg_fn(decay=0.999):
    @torch.no_grad()
    def update(average, current, count):
        return decay * average + (1 - decay) * current

    return update


def get_swa_avg_fn():
    @torch.no_grad()
    def update(average, current, count):
        return average + (current - average) / (count + 1)

    return update


class AveragedModel(nn.Module):
    def __init__(self, model, device=None, avg_fn=None, multi_avg_fn=None, use_buffers=False):
        super().__init__()
        self.module = deepcopy(model)
        self.register_buffer("n_averaged", torch.tensor(0))
        self.avg_fn, self.multi_avg_fn, self.use_buffers = avg_fn, multi_avg_fn, use_buffers

    def forward(self, *args, **kwargs):
        return self.module(*args, **kwargs)

    def update_parameters(self, model):
        own, new = self._tensors(self.module), self._tensors(model)
        with torch.no_grad():
            if self.n_averaged == 0:
                for average, current in zip(own, new):
                    average.copy_(current)
            elif self.multi_avg_fn:
                self.multi_avg_fn(own, new, self.n_averaged)
            else:
                mean = self.avg_fn or get_swa_avg_fn()
                for average, current in zip(own, new):
                    average.copy_(mean(average, current, self.n_averaged))
            if not self.use_buffers:
                for average, current in zip(self.module.buffers(), model.buffers()):
                    average.copy_(current)
            self.n_averaged += 1

    def _tensors(self, model):
        tensors = [*model.parameters()] + ([*model.buffers()] if self.use_buffers else [])
        return [tensor.detach() for tensor in tensors]


@torch.no_grad()
def update_bn(loader, model, device=None):
    """Counts the statistics of batch normalisation anew."""
    norms = [module for module in model.modules() if hasattr(module, "running_mean")]
    if not norms:
        return
    momenta = [module.momentum for module in norms]
    training = model.training
    model.train()
    for module in norms:
        module.running_mean.zero_()
        module.running_var.fill_(1)
        module.num_batches_tracked.zero_()
        module.momentum = None
    for batch in loader:
        model(batch[0] if isinstance(batch, (list, tuple)) else batch)
    for module, momentum in zip(norms, momenta):
        module.momentum = momentum
    model.train(training)
