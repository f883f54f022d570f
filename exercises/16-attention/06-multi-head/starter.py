import math

import torch


def self_attention(x, wqkv, wo, heads):
    """What the places of x take from those before them."""
    q, k, v = (x @ wqkv.t()).chunk(3, -1)
    # One head that sees everything: cut it into heads, and hide the future.
    shares = (q @ k.mT / math.sqrt(q.size(-1))).softmax(-1)
    return shares @ v @ wo.t()
