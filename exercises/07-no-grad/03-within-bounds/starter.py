import torch


def limit_weights(w, limit):
    """The weights, limited in place."""
    return w.clamp(min=-limit, max=limit)
