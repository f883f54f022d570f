"""NumPy's functions of arrays."""

import _engine
import numpy as np
import torch
from numpy import _floats, _name_of, _plain, _result, _same_kind, _tensor, _types, array, asarray, generic, ndarray


def _axis(axis, keepdims):
    given = {} if axis is None else {"dim": axis}
    return {**given, "keepdim": True} if keepdims and given else given


def _reduction(name, floats=False):
    def reduce(values, axis=None, keepdims=False, dtype=None):
        source = _floats(values) if floats else _tensor(values)
        return _result(getattr(source, name)(**_axis(axis, keepdims)))

    return reduce


sum = _reduction("sum")
prod = _reduction("prod")
mean = _reduction("mean", floats=True)
max = amax = _reduction("amax")
min = amin = _reduction("amin")
argmax = _reduction("argmax")
argmin = _reduction("argmin")
all = _reduction("all")
any = _reduction("any")
nansum = _reduction("nansum")
nanmean = _reduction("nanmean", floats=True)


def ptp(values, axis=None):
    return max(values, axis) - min(values, axis)


def std(values, axis=None, ddof=0, keepdims=False):
    return _result(_floats(values).std(**_axis(axis, keepdims), correction=ddof))


def var(values, axis=None, ddof=0, keepdims=False):
    return _result(_floats(values).var(**_axis(axis, keepdims), correction=ddof))


def cumsum(values, axis=None):
    source = _tensor(values)
    return source.reshape(-1).cumsum(0).numpy() if axis is None else source.cumsum(axis).numpy()


def cumprod(values, axis=None):
    source = _tensor(values)
    return source.reshape(-1).cumprod(0).numpy() if axis is None else source.cumprod(axis).numpy()


for _name in "sum prod mean max min argmax argmin all any std var cumsum cumprod ptp".split():
    setattr(ndarray, _name, globals()[_name])


def quantile(values, q, axis=None):
    wanted = torch.tensor(_plain(q), dtype=torch.float64) if hasattr(q, "__iter__") else q
    return _result(_floats(values).quantile(wanted, **_axis(axis, False)))


def percentile(values, q, axis=None):
    return quantile(values, [one / 100 for one in q] if hasattr(q, "__iter__") else q / 100, axis)


def median(values, axis=None):
    return quantile(values, 0.5, axis)


def average(values, axis=None, weights=None):
    if weights is None:
        return mean(values, axis)
    return sum(asarray(values) * asarray(weights), axis) / sum(weights)


def _stored(value, out):
    if out is None:
        return value
    _tensor(out).copy_(_tensor(value))
    return out


def _elementwise(name, floats=False):
    def compute(values, out=None):
        return _stored(_result(getattr(_floats(values) if floats else _tensor(values), name)()), out)

    return compute


for _name in "abs sign isnan isinf isfinite square".split():
    globals()[_name] = _elementwise(_name)
for _name in "floor ceil trunc exp log log2 log10 log1p expm1 sqrt sin cos tan tanh sinh cosh".split():
    globals()[_name] = _elementwise(_name, True)
absolute = fabs = globals()["abs"]
arcsin, arccos, arctan = (_elementwise(name, True) for name in ("asin", "acos", "atan"))
negative = _elementwise("neg")
logical_not = _elementwise("logical_not")
reciprocal = _elementwise("reciprocal", True)


def _pairwise(name, floats=False):
    def compute(a, b, out=None):
        read = _floats if floats else _tensor
        return _stored(_result(getattr(torch, name)(*_same_kind(read(a), read(b)))), out)

    return compute


for _name, _function in {
    "equal": "eq", "not_equal": "ne", "less": "lt", "less_equal": "le", "greater": "gt", "greater_equal": "ge",
    "maximum": "maximum", "minimum": "minimum", "add": "add", "subtract": "sub", "multiply": "mul", "power": "pow",
    "mod": "remainder", "remainder": "remainder", "floor_divide": "floor_divide", "logical_and": "logical_and",
    "logical_or": "logical_or", "logical_xor": "logical_xor",
}.items():
    globals()[_name] = _pairwise(_function)
divide = true_divide = _pairwise("div", True)
arctan2 = _pairwise("atan2", True)
hypot = _pairwise("hypot", True)


def dot(a, b):
    return asarray(a) @ asarray(b) if asarray(a).ndim and asarray(b).ndim else asarray(a) * asarray(b)


matmul = dot


def outer(a, b):
    return torch.outer(*_same_kind(_tensor(a).reshape(-1), _tensor(b).reshape(-1))).numpy()


def inner(a, b):
    return _result(torch.inner(_tensor(a), _tensor(b)))


def cross(a, b):
    return torch.linalg.cross(_tensor(a), _tensor(b)).numpy()


def einsum(equation, *arrays):
    return _result(torch.einsum(equation, *[_tensor(one) for one in arrays]))


def clip(values, low=None, high=None):
    return _result(_tensor(values).clamp(low, high))


def round(values, decimals=0):
    return _result(torch.round(_tensor(values), decimals=decimals))


around = round


def where(condition, *branches):
    if not branches:
        return nonzero(condition)
    a, b = branches
    a, b = (one if isinstance(one, (int, float)) else _tensor(one) for one in (a, b))
    made = torch.where(_tensor(condition), a, b)
    plain = isinstance(a, float) or isinstance(b, float)
    return _result(made.double() if made.dtype == torch.float32 and plain and not _has_single(a, b) else made)


def _has_single(*values):
    return [one for one in values if isinstance(one, torch.Tensor) and one.dtype == torch.float32] != []


def nonzero(values):
    return tuple(one.numpy() for one in _tensor(values).nonzero(as_tuple=True))


def count_nonzero(values):
    return np.int64(int(_tensor(values).count_nonzero()))


def isclose(a, b, rtol=1e-05, atol=1e-08):
    return _result(torch.isclose(_floats(a), _floats(b), rtol, atol))


def allclose(a, b, rtol=1e-05, atol=1e-08):
    return bool(torch.isclose(_floats(a), _floats(b), rtol, atol).all())


def array_equal(a, b):
    left, right = _tensor(a), _tensor(b)
    return left.shape == right.shape and bool((left == right).all())


# ── shapes ──


def concatenate(arrays, axis=0):
    return torch.cat([_tensor(one) for one in arrays], axis).numpy()


def _joined(name):
    return lambda arrays, axis=None: getattr(torch, name)([_tensor(one) for one in arrays]).numpy()


vstack = _joined("vstack")
hstack = _joined("hstack")
column_stack = _joined("column_stack")


class _Columns:
    """`np.c_[a, b]`: vectors as columns."""

    def __getitem__(self, items):
        arrays = [asarray(one) for one in (items if isinstance(items, tuple) else (items,))]
        return concatenate([one.reshape(-1, 1) if one.ndim < 2 else one for one in arrays], axis=1)


class _Rows:
    """`np.r_[a, b]`: one after the other."""

    def __getitem__(self, items):
        items = items if isinstance(items, tuple) else (items,)
        arrays = [np.mgrid[one] if isinstance(one, slice) else asarray(one) for one in items]
        return concatenate([one.reshape(-1) if one.ndim == 0 else one for one in arrays])


c_, r_ = _Columns(), _Rows()


def stack(arrays, axis=0):
    return torch.stack([_tensor(one) for one in arrays], axis).numpy()


def split(values, parts, axis=0):
    return [one.numpy() for one in torch.tensor_split(_tensor(values), parts if isinstance(parts, int) else tuple(parts), axis)]


array_split = split


def tile(values, counts):
    return torch.tile(_tensor(values), (counts,) if isinstance(counts, int) else tuple(counts)).numpy()


def repeat(values, count, axis=None):
    return _tensor(values).repeat_interleave(count, axis).numpy()


def reshape(values, shape):
    return asarray(values).reshape(shape)


def ravel(values):
    return asarray(values).ravel()


def transpose(values, axes=None):
    return asarray(values).transpose(*(axes or ()))


def expand_dims(values, axis):
    return _tensor(values).unsqueeze(axis).numpy()


def squeeze(values, axis=None):
    return _tensor(values).squeeze(*(() if axis is None else (axis,))).numpy()


def swapaxes(values, a, b):
    return _tensor(values).transpose(a, b).numpy()


def moveaxis(values, a, b):
    return _tensor(values).movedim(a, b).numpy()


def broadcast_to(values, shape):
    return torch.broadcast_to(_tensor(values), shape).numpy()


def flip(values, axis=None):
    source = _tensor(values)
    return source.flip(tuple(range(source.dim())) if axis is None else axis).numpy()


def roll(values, shift, axis=None):
    source = _tensor(values)
    return (source.reshape(-1).roll(shift).reshape(source.shape) if axis is None else source.roll(shift, axis)).numpy()


def pad(values, width, mode="constant", constant_values=0):
    pairs = width if hasattr(width, "__iter__") else [(width, width)] * asarray(values).ndim
    pairs = [pairs] * asarray(values).ndim if not hasattr(pairs[0], "__iter__") else pairs
    flat = [side for pair in reversed(pairs) for side in pair]
    return torch.nn.functional.pad(_tensor(values), tuple(flat), mode, constant_values).numpy()


def diff(values):
    return _tensor(values).diff().numpy()


def diag(values, k=0):
    return _tensor(values).diag(k).numpy()


def triu(values, k=0):
    return _tensor(values).triu(k).numpy()


def tril(values, k=0):
    return _tensor(values).tril(k).numpy()


def trace(values):
    return _result(_tensor(values).trace())


def meshgrid(*arrays, indexing="xy"):
    return tuple(one.numpy() for one in torch.meshgrid(*[_tensor(one) for one in arrays], indexing=indexing))


def ndindex(*shape):
    from itertools import product

    return product(*[range(length) for length in shape])


def ndenumerate(values):
    for index in ndindex(*values.shape):
        yield index, values[index]


def full_like(values, value, dtype=None):
    return np.full(asarray(values).shape, value, dtype=dtype or asarray(values).dtype.name)


def zeros_like(values, dtype=None):
    return torch.zeros_like(_tensor(values, dtype)).numpy()


def ones_like(values, dtype=None):
    return torch.ones_like(_tensor(values, dtype)).numpy()


empty_like = zeros_like


def identity(n):
    return np.eye(n)


# ── order and counts ──


def sort(values, axis=-1):
    return _tensor(values).sort(axis).values.numpy()


def argsort(values, axis=-1):
    return _tensor(values).argsort(axis, stable=True).numpy()


def unique(values, return_counts=False, return_inverse=False):
    found = _tensor(values).unique(return_counts=return_counts, return_inverse=return_inverse)
    return tuple(one.numpy() for one in found) if isinstance(found, tuple) else found.numpy()


def searchsorted(values, wanted, side="left"):
    return _result(torch.searchsorted(_tensor(values), _tensor(wanted), right=side == "right"))


def bincount(values, minlength=0):
    return _tensor(values).bincount(minlength=minlength).numpy()


def histogram(values, bins=10, range=None):
    low, high = range or (float(min(values)), float(max(values)))
    counts = torch.histc(_floats(values), bins, low, high)
    return counts.long().numpy(), np.linspace(low, high, bins + 1)


def isin(values, wanted):
    return torch.isin(_tensor(values), _tensor(wanted)).numpy()


# ── statistics ──


def cov(values, other=None, ddof=1):
    rows = _floats(values) if other is None else torch.stack([_floats(values), _floats(other)])
    return _result(torch.cov(rows, correction=ddof))


def corrcoef(a, b=None):
    return torch.corrcoef(_floats(a) if b is None else torch.stack([_floats(a), _floats(b)])).numpy()


def polyfit(x, y, degree):
    powers = torch.stack([_floats(x) ** k for k in reversed(range(degree + 1))], 1)
    return torch.linalg.lstsq(powers, _floats(y).unsqueeze(1)).solution.squeeze(1).numpy()


def polyval(coefficients, x):
    total = 0
    for one in asarray(coefficients):
        total = one + total * x
    return total


def interp(x, xs, ys):
    xs, ys, wanted = _floats(xs), _floats(ys), _floats(x)
    place = torch.searchsorted(xs, wanted).clamp(1, len(xs) - 1)
    left, right = xs[place - 1], xs[place]
    share = ((wanted - left) / (right - left)).clamp(0, 1)
    return _result(ys[place - 1] + share * (ys[place] - ys[place - 1]))


def trapezoid(y, x=None, dx=1.0):
    return _result(torch.trapezoid(_floats(y), _floats(x)) if x is not None else torch.trapezoid(_floats(y), dx=dx))


# ── types ──


def set_printoptions(**settings):
    _engine.array_printing(settings)



def result_type(*kinds):
    tensors = [torch.zeros(1, dtype=getattr(torch, _name_of(kind))) for kind in kinds]
    joined = tensors[0]
    for one in tensors[1:]:
        a, b = _same_kind(joined, one)
        joined = a + b
    return np.dtype(str(joined.dtype).split(".")[1])


def issubdtype(kind, parent):
    return issubclass(_types[_name_of(kind)], parent if isinstance(parent, type) else _types[_name_of(parent)])


def isscalar(value):
    return isinstance(value, (int, float, str, generic))


class finfo:
    def __init__(self, kind):
        info, made = torch.finfo(getattr(torch, _name_of(kind))), _types[_name_of(kind)]
        self.bits, self.dtype = info.bits, np.dtype(kind)
        for name in ("eps", "max", "min", "tiny"):
            setattr(self, name, made(getattr(info, name)))


def iinfo(kind):
    return torch.iinfo(getattr(torch, _name_of(kind)))


def shares_memory(a, b):
    return _engine.arrays_overlap(a, b)


may_share_memory = shares_memory


def copy(values):
    return array(values)


def shape(values):
    return asarray(values).shape


def ndim(values):
    return asarray(values).ndim


def size(values):
    return asarray(values).size


def vectorize(function):
    def compute(values):
        source = asarray(values)
        return array([function(one) for one in source.ravel()]).reshape(source.shape)

    return compute


for _name, _value in list(globals().items()):
    if not _name.startswith("_") and _name not in ("np", "torch"):
        setattr(np, _name, _value)
