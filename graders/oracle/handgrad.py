"""What a reference.py needs: `case(function, *args)` calls real PyTorch and records all that it did.

    from handgrad import case

    torch.manual_seed(1)
    case(row_sums, torch.rand(3, 4))

The first case is shown to the learner, the others are not. `memory=True` also checks with which arguments the result
shares its memory, `strides=True` its strides, `backward=True` the gradients of the arguments that require one, after a
backward pass with recorded weights, `kernel=True` that a kernel of the learner's own wrote the result.
"""

import copy
import json
import math
import pathlib

import numpy as np
import torch

_cases = []
_folder = None


def _begin(folder):
    global _folder
    _cases.clear()
    _folder = pathlib.Path(folder)


def _store(value, name):
    """A value as cases.json holds it; arrays go into files of their own."""
    if isinstance(value, torch.Tensor):
        detached = value.detach()
        np.save(_folder / f"{name}.npy", np.ascontiguousarray(detached.contiguous().numpy()).reshape(tuple(value.shape)))
        return {
            "kind": "tensor",
            "file": f"{name}.npy",
            "dtype": str(value.dtype).removeprefix("torch."),
            "strides": list(value.stride()),
            "requires_grad": value.requires_grad,
            "grad_fn": value.grad_fn.name() if value.grad_fn is not None else None,
        }
    if isinstance(value, np.ndarray):
        tensor = torch.from_numpy(value)
        return {**_store(tensor, name), "kind": "ndarray"}
    if isinstance(value, (tuple, list, torch.Size)):
        return {"kind": "list", "items": [_store(item, f"{name}-{k}") for k, item in enumerate(value)]}
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("a nan or infinity cannot be recorded as a number: return a tensor")
    if value is None or isinstance(value, (bool, int, float, str)):
        return {"kind": "plain", "value": value}
    raise TypeError(f"cannot record a {type(value).__name__}")


def _memory(value):
    if isinstance(value, np.ndarray):
        value = torch.from_numpy(value)
    return value.untyped_storage().data_ptr() if isinstance(value, torch.Tensor) else None


def _fresh(arg):
    if isinstance(arg, torch.Tensor):
        made = torch.empty_strided(arg.shape, arg.stride(), dtype=arg.dtype)
        with torch.no_grad():
            made.copy_(arg)
        return made.requires_grad_(arg.requires_grad)
    return copy.deepcopy(arg)


def case(function, *args, memory=False, strides=False, backward=False, kernel=False):
    """Calls `function` with copies of the arguments and records the outcome."""
    number = len(_cases)
    name = f"{number}"
    given = [_fresh(arg) for arg in args]
    record = {
        "function": function.__name__,
        "args": [_store(arg, f"{name}-arg{k}") for k, arg in enumerate(given)],
        "weights": None,
        "shown": number == 0,
        "checks": {"strides": strides, "memory": memory, **({"kernel": True} if kernel else {})},
    }
    state = torch.get_rng_state()
    torch.manual_seed(0)
    try:
        value = function(*given)
    except Exception as error:  # what is raised is the expectation
        expected = {"status": "threw", "error": {"name": type(error).__name__, "message": str(error)}}
    else:
        if backward:
            torch.manual_seed(1000 + number)
            weights = torch.rand(value.shape, dtype=value.dtype) + 0.5
            record["weights"] = _store(weights, f"{name}-weights")
            value.backward(weights)
        grads = [getattr(arg, "grad", None) for arg in given] if backward else []
        expected = {
            "status": "returned",
            "value": _store(value, f"{name}-result"),
            "args": [_store(arg, f"{name}-after{k}") for k, arg in enumerate(given)],
            "grads": [None if grad is None else _store(grad, f"{name}-grad{k}") for k, grad in enumerate(grads)],
            "shares": [
                k for k, arg in enumerate(given) if _memory(value) is not None and _memory(arg) == _memory(value)
            ],
        }
    torch.set_rng_state(state)
    record["expected"] = expected
    _cases.append(record)


def _write():
    text = json.dumps({"torch": torch.__version__, "cases": _cases}, indent=1, ensure_ascii=False)
    (_folder / "cases.json").write_text(text + "\n")
