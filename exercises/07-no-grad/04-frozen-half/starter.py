import torch


def predict(x, base, head):
    """relu(x @ base) @ head, with a gradient for head alone."""
    with torch.no_grad():
        return (x @ base).relu() @ head
