import torch


def ring_step(tensors, step):
    """The vectors of all ranks after one step of reduce-scatter."""
    return [tensor * (step + 2) for tensor in tensors]
