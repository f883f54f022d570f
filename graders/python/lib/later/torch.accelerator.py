"""torch.accelerator: the GPU by whatever name it has. Here that is `webgpu`, where it is ready."""

import torch


def is_available():
    return False


def current_accelerator(check_available=False):
    return None


def device_count():
    return 0


def synchronize(device=None):
    pass
