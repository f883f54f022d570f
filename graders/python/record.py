"""Records what Python's layer cannot know by itself: `record.py [--check]`.

signatures.json: the parameters of PyTorch's classes and functions that are no operators, in their order.
"""

import inspect
import json
import pathlib
import sys

import torch
import torch.nn as nn
import torch.optim as optim

HERE = pathlib.Path(__file__).parent

PLACES = {
    "": torch,
    "nn": nn,
    "nn.functional": nn.functional,
    "nn.init": nn.init,
    "nn.utils": nn.utils,
    "optim": optim,
    "optim.lr_scheduler": optim.lr_scheduler,
    "utils.data": torch.utils.data,
    "autograd": torch.autograd,
    "autograd.functional": torch.autograd.functional,
}


def parameters(value):
    """Names in order, or None where Python is not told."""
    if inspect.isclass(value) and issubclass(value, nn.RNNBase) and value is not nn.RNNBase:
        # They take what RNNBase takes, but the mode, by *args.
        names = parameters(nn.RNNBase)[1:]
        return names[:3] + ["nonlinearity"] + names[3:] if value is nn.RNN else names
    callee = value.__init__ if inspect.isclass(value) else value
    try:
        signature = inspect.signature(callee)
    except (TypeError, ValueError):
        return None
    kinds = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    found = list(signature.parameters.values())
    if any(parameter.kind in kinds for parameter in found):
        return None
    return [parameter.name for parameter in found if parameter.name != "self"]


def signatures():
    recorded = {}
    for prefix, place in PLACES.items():
        for name, value in sorted(vars(place).items()):
            if name.startswith("_") or not callable(value) or not getattr(value, "__module__", "").startswith("torch"):
                continue
            names = parameters(value)
            if names and not (prefix == "" and hasattr(torch.Tensor, name)):
                recorded[f"{prefix}.{name}".lstrip(".")] = names
    return recorded


def main():
    rows = ",\n".join(f"  {json.dumps(path)}: {json.dumps(names)}" for path, names in signatures().items())
    text = f"{{\n{rows}\n}}\n"
    target = HERE / "signatures.json"
    if "--check" not in sys.argv:
        target.write_text(text)
    elif target.read_text() != text:
        print("graders/python/signatures.json: PyTorch has other parameters than those recorded")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
