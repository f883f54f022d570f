"""Functions of arrays that are asked for less often."""

import math
import numpy as np
import torch
from numpy import _floats, _plain, _result, _tensor, array, asarray


def append(values, more, axis=None):
    parts = [asarray(values), asarray(more)]
    return np.concatenate([part.ravel() for part in parts] if axis is None else parts, axis or 0)


def _along(values, axis):
    """What to change along its first dimension, and the dimension to put back."""
    source = asarray(values)
    return (source.ravel(), 0) if axis is None else (source.swapaxes(0, axis), axis)


def insert(values, index, more, axis=None):
    rows, axis = _along(values, axis)
    added = np.broadcast_to(asarray(more), (1, *rows.shape[1:])) if rows.ndim > 1 else np.atleast_1d(more)
    return np.concatenate([rows[:index], added.astype(rows.dtype.name), rows[index:]]).swapaxes(0, axis)


def delete(values, index, axis=None):
    rows, axis = _along(values, axis)
    gone = range(len(rows))[index] if isinstance(index, slice) else index if hasattr(index, "__iter__") else [index]
    gone = {one % len(rows) for one in gone}
    return rows[[k for k in range(len(rows)) if k not in gone]].swapaxes(0, axis)


def take(values, indices, axis=None):
    rows, axis = _along(values, axis)
    return rows[indices if isinstance(indices, int) else asarray(indices)].swapaxes(0, axis) if rows.ndim > 1 else rows[indices]


def resize(values, shape):
    source, wanted = asarray(values).ravel(), shape if isinstance(shape, tuple) else (shape,)
    count = math.prod(wanted)
    return np.tile(source, -(-count // source.size))[:count].reshape(*wanted)


def kron(a, b):
    return torch.kron(_tensor(a), _tensor(b)).numpy()


def argwhere(values):
    return _tensor(values).nonzero().numpy()


def atleast_1d(values):
    return torch.atleast_1d(_tensor(values)).numpy()


def atleast_2d(values):
    return torch.atleast_2d(_tensor(values)).numpy()


def fliplr(values):
    return np.flip(values, 1)


def flipud(values):
    return np.flip(values, 0)


def rot90(values, k=1, axes=(0, 1)):
    return torch.rot90(_tensor(values), k, axes).numpy()


def tri(n, m=None, k=0):
    return np.tril(np.ones((n, m or n)), k)


def indices(shape):
    return np.stack(np.meshgrid(*[np.arange(length) for length in shape], indexing="ij"))


def ix_(*lists):
    return np.meshgrid(*lists, indexing="ij") if not lists else tuple(
        asarray(one).reshape(*[-1 if axis == k else 1 for axis in range(len(lists))]) for k, one in enumerate(lists)
    )


class _Grid:
    """`np.mgrid[0:3, 0:1:5j]`: the places of a grid."""

    def __init__(self, is_open):
        self._is_open = is_open

    def __getitem__(self, slices):
        many = isinstance(slices, tuple)
        axes = [_range(one) for one in (slices if many else (slices,))]
        if not many:
            return axes[0]
        return ix_(*axes) if self._is_open else np.stack(np.meshgrid(*axes, indexing="ij"))


def _range(part):
    start, step = part.start or 0, 1 if part.step is None else part.step
    if isinstance(step, complex):
        return np.linspace(start, part.stop, int(abs(step)))
    return np.arange(start, part.stop, step)


mgrid, ogrid = _Grid(False), _Grid(True)


def logspace(start, stop, num=50, endpoint=True, base=10.0):
    return base ** np.linspace(start, stop, num, endpoint)


def geomspace(start, stop, num=50):
    made = logspace(math.log10(start), math.log10(stop), num)
    made[0], made[-1] = start, stop
    return made


def fromiter(items, dtype, count=-1):
    return array(list(items)[: None if count < 0 else count], dtype=dtype)


def apply_along_axis(function, axis, values):
    rows = asarray(values).swapaxes(axis, -1)
    made = array([_plain(function(row)) for row in rows.reshape(-1, rows.shape[-1])])
    made = made.reshape(*rows.shape[:-1], *made.shape[1:])
    return made.swapaxes(axis, -1) if made.ndim == rows.ndim else made


def digitize(values, bins, right=False):
    return np.searchsorted(bins, values, side="left" if right else "right")


def gradient(values, spacing=1.0):
    return torch.gradient(_floats(values), spacing=spacing)[0].numpy()


def convolve(a, b, mode="full"):
    a, b = asarray(a), asarray(b)
    long, short = (a, b) if len(a) >= len(b) else (b, a)
    made = np.zeros(len(a) + len(b) - 1, dtype=(long[:1] * short[:1]).dtype.name)
    for k, factor in enumerate(short.tolist()):
        made[k : k + len(long)] += long * factor
    if mode == "full":
        return made
    cut = len(short) - 1 if mode == "valid" else (len(short) - 1) // 2
    return made[cut : cut + (len(long) - len(short) + 1 if mode == "valid" else len(long))]


def nan_to_num(values, nan=0.0, posinf=None, neginf=None):
    return _result(torch.nan_to_num(_floats(values), nan, posinf, neginf))


def _of_floats(function):
    return lambda *values: _result(function(*[_floats(one) for one in values]))


rint = _of_floats(torch.round)
logaddexp = _of_floats(torch.logaddexp)
heaviside = _of_floats(torch.heaviside)
sinc = _of_floats(torch.sinc)
deg2rad = radians = _of_floats(torch.deg2rad)
rad2deg = degrees = _of_floats(torch.rad2deg)
exp2 = _of_floats(torch.exp2)
cbrt = _of_floats(lambda x: x.abs().pow(1 / 3) * x.sign())
arcsinh, arccosh, arctanh = _of_floats(torch.asinh), _of_floats(torch.acosh), _of_floats(torch.atanh)


class printoptions:
    """Other ways to print, within a `with`."""

    def __init__(self, **settings):
        self._settings = settings

    def __enter__(self):
        np.set_printoptions(**self._settings)

    def __exit__(self, *error):
        usual = {"precision": 8, "suppress": False, "threshold": 1000, "linewidth": 75, "edgeitems": 3}
        np.set_printoptions(**{name: usual[name] for name in self._settings if name in usual})


for _name, _value in list(globals().items()):
    if not _name.startswith("_") and _name not in ("np", "torch", "math", "array", "asarray"):
        setattr(np, _name, _value)
