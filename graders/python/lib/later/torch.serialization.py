"""torch.save and torch.load: files are kept in memory, as long as the run lasts."""

import io
import pickle
import torch


def _copy(value):
    if isinstance(value, torch.nn.Parameter):
        return torch.nn.Parameter(value.detach().clone(), value.requires_grad)
    if isinstance(value, torch.Tensor):
        return value.detach().clone().requires_grad_(value.requires_grad)
    if isinstance(value, dict):
        return type(value)((key, _copy(item)) for key, item in value.items())
    if type(value) in (list, tuple):
        return type(value)(_copy(item) for item in value)
    return pickle.deepcopy(value)


def _opened(file, mode):
    return file if hasattr(file, "read") else io.open(file, mode)


def save(obj, f, *args, **settings):
    file = _opened(f, "wb")
    pickle._keep(_copy(obj), file)
    if file is not f:
        file.close()


def _check(value):
    """@throws for what may run code when it is loaded"""
    if isinstance(value, dict):
        for item in value.values():
            _check(item)
    elif type(value) in (list, tuple):
        for item in value:
            _check(item)
    elif not isinstance(value, (torch.Tensor, str, bytes, int, float, bool, type(None), torch.Size, torch.dtype, torch.device, set)):
        raise pickle.UnpicklingError(
            "Weights only load failed. This file can still be loaded, to do so you have two options, do those steps only if you trust the source of the checkpoint. \n"
            "\t(1) In PyTorch 2.6, we changed the default value of the `weights_only` argument in `torch.load` from `False` to `True`. "
            "Re-running `torch.load` with `weights_only` set to `False` will likely succeed, but it can result in arbitrary code execution. "
            "Do it only if you got the file from a trusted source.\n"
            f"\tWeightsUnpickler error: Unsupported global: GLOBAL {type(value).__module__}.{type(value).__qualname__}"
        )


def load(f, map_location=None, pickle_module=None, *, weights_only=True, mmap=None, **settings):
    value = _copy(pickle._kept(_opened(f, "rb")))
    if weights_only:
        _check(value)
    return value if map_location is None else _moved(value, map_location)


def _moved(value, place):
    if isinstance(value, torch.nn.Module) or (isinstance(value, torch.Tensor) and not callable(place)):
        return value.to(place)
    if isinstance(value, dict):
        return type(value)((key, _moved(item, place)) for key, item in value.items())
    if type(value) in (list, tuple):
        return type(value)(_moved(item, place) for item in value)
    return value
