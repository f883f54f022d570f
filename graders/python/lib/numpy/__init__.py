"""The part of NumPy that goes with tensors: arrays that share their memory. Their arithmetic is the engine's."""

import _engine
import torch
from torch.classes import Object

pi = torch.pi
e = torch.e
inf = torch.inf
nan = torch.nan
newaxis = None


class dtype:
    def __init__(self, name):
        self.name = name if isinstance(name, str) else _name_of(name)

    def __eq__(self, other):
        return self.name == _name_of(other)

    def __hash__(self):
        return hash(self.name)

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"dtype('{self.name}')"


def _name_of(kind):
    """A dtype's name, from whatever NumPy takes for one."""
    names = {float: "float64", int: "int64", bool: "bool"}
    if isinstance(kind, str):
        return kind
    return names.get(kind) or getattr(kind, "name", None) or getattr(kind, "__name__", "")


def _scalar_type(type_name, python):
    class Scalar(python):
        name = type_name

        def __new__(cls, value=0):
            return python(value)

    Scalar.__name__ = type_name
    return Scalar


float64 = double = _scalar_type("float64", float)
float32 = _scalar_type("float32", float)
float16 = _scalar_type("float16", float)
int64 = _scalar_type("int64", int)
int32 = _scalar_type("int32", int)
int16 = _scalar_type("int16", int)
int8 = _scalar_type("int8", int)
uint8 = _scalar_type("uint8", int)
bool_ = _scalar_type("bool", int)


def _tensor(value, kind=None):
    """A tensor on an array's memory, or one of a list's numbers as NumPy reads them."""
    if isinstance(value, ndarray):
        made = torch.from_numpy(value)
    elif isinstance(value, torch.Tensor):
        made = value.detach()
    else:
        items = list(value) if hasattr(value, "__iter__") else value
        made = torch.tensor(_plain(items))
        if made.dtype == torch.float32:
            made = torch.tensor(_plain(items), dtype=torch.float64)
    return made if kind is None else made.to(getattr(torch, _name_of(kind)))


def _plain(value):
    if isinstance(value, ndarray):
        return value.tolist()
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _result(tensor):
    """An array, or a number where no dimension is left."""
    return tensor.item() if tensor.dim() == 0 else tensor.numpy()


def _floats(value):
    made = _tensor(value)
    return made if made.is_floating_point() else made.double()


class ndarray(Object):
    @property
    def shape(self):
        return _engine.array_shape(self)

    @property
    def dtype(self):
        return dtype(_engine.array_dtype(self))

    @property
    def strides(self):
        return _engine.array_strides(self)

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def size(self):
        count = 1
        for length in self.shape:
            count *= length
        return count

    @property
    def T(self):
        return _tensor(self).permute(*reversed(range(self.ndim))).numpy()

    @property
    def flat(self):
        return iter(_tensor(self).reshape(-1).tolist())

    def __len__(self):
        if not self.shape:
            raise TypeError("len() of unsized object")
        return self.shape[0]

    def __iter__(self):
        return iter([self[index] for index in range(len(self))])

    def __getitem__(self, index):
        return _result(_tensor(self)[_index(index)])

    def __setitem__(self, index, value):
        _tensor(self)[_index(index)] = _tensor(value) if hasattr(value, "__iter__") else value

    def __contains__(self, value):
        return value in _tensor(self)

    def __bool__(self):
        if self.size != 1:
            raise ValueError(
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
            )
        return bool(_tensor(self).item())

    def __float__(self):
        return float(_tensor(self).item())

    def __int__(self):
        return int(_tensor(self).item())

    def __str__(self):
        return _engine.text(self)

    def __repr__(self):
        return _engine.array_repr(self)

    def __array__(self):
        return self

    def __hash__(self):
        raise TypeError("unhashable type: 'numpy.ndarray'")

    def item(self):
        return _tensor(self).item()

    def tolist(self):
        return _tensor(self).tolist()

    def copy(self):
        return _tensor(self).clone().numpy()

    def astype(self, kind):
        return _tensor(self, kind).clone().numpy()

    def reshape(self, *shape):
        return _tensor(self).reshape(*shape).numpy()

    def ravel(self):
        return _tensor(self).reshape(-1).numpy()

    def flatten(self):
        return _tensor(self).flatten().clone().numpy()

    def transpose(self, *axes):
        return _tensor(self).permute(*axes).numpy() if axes else self.T

    def squeeze(self):
        return _tensor(self).squeeze().numpy()

    def fill(self, value):
        _tensor(self).fill_(value)


def _index(index):
    if isinstance(index, tuple):
        return tuple(_index(entry) for entry in index)
    return _tensor(index) if isinstance(index, ndarray) else index


def _operator(name, floats=False, swapped=False):
    def compute(self, other):
        if not isinstance(other, (ndarray, int, float, list, tuple, torch.Tensor)):
            return NotImplemented
        a = _floats(self) if floats else _tensor(self)
        b = other if isinstance(other, (int, float)) else _tensor(other)
        if isinstance(b, float) and not a.is_floating_point():
            a = a.double()
        return _result(getattr(b, name)(a) if swapped else getattr(a, name)(b))

    return compute


for _special, _function in {
    "add": "add", "sub": "sub", "mul": "mul", "truediv": "div", "floordiv": "floor_divide", "mod": "remainder",
    "pow": "pow", "matmul": "matmul", "and": "bitwise_and", "or": "bitwise_or", "xor": "bitwise_xor",
    "eq": "eq", "ne": "ne", "lt": "lt", "le": "le", "gt": "gt", "ge": "ge",
}.items():
    setattr(ndarray, f"__{_special}__", _operator(_function, _special == "truediv"))

ndarray.__radd__ = ndarray.__add__
ndarray.__rmul__ = ndarray.__mul__
ndarray.__rsub__ = lambda self, other: (-self) + other
ndarray.__rtruediv__ = lambda self, other: _result(_floats(self).reciprocal() * other)
ndarray.__rpow__ = lambda self, other: _result(torch.pow(other, _tensor(self)))
ndarray.__neg__ = lambda self: _result(-_tensor(self))
ndarray.__abs__ = lambda self: _result(_tensor(self).abs())
ndarray.__invert__ = lambda self: _result(~_tensor(self))


def _in_place(name):
    def compute(self, other):
        target = _tensor(self)
        getattr(target, name)(other if isinstance(other, (int, float)) else _tensor(other))
        return self

    return compute


ndarray.__iadd__ = _in_place("add_")
ndarray.__isub__ = _in_place("sub_")
ndarray.__imul__ = _in_place("mul_")
ndarray.__itruediv__ = _in_place("div_")


def array(values, dtype=None):
    return _tensor(values, dtype).clone().numpy()


def asarray(values, dtype=None):
    return values if isinstance(values, ndarray) and dtype is None else _tensor(values, dtype).numpy()


def _creator(name, default="float64"):
    def create(*args, dtype=default):
        return getattr(torch, name)(*args, dtype=getattr(torch, _name_of(dtype))).numpy()

    return create


zeros = _creator("zeros")
ones = _creator("ones")
empty = _creator("empty")
eye = _creator("eye")
linspace = lambda start, stop, num=50: torch.linspace(start, stop, num, dtype=torch.float64).numpy()


def full(shape, value, dtype=None):
    return array(torch.full(shape if isinstance(shape, tuple) else (shape,), value), dtype=dtype or type(value))


def arange(*args, dtype=None):
    whole = all(isinstance(value, int) for value in args)
    return torch.arange(*args, dtype=getattr(torch, _name_of(dtype or (int if whole else float)))).numpy()


def zeros_like(values):
    return torch.zeros_like(_tensor(values)).numpy()


def ones_like(values):
    return torch.ones_like(_tensor(values)).numpy()


def _axis(axis, keepdims):
    given = {} if axis is None else {"dim": axis}
    return {**given, "keepdim": True} if keepdims and given else given


def _reduction(name, floats=False):
    def reduce(values, axis=None, keepdims=False):
        source = _floats(values) if floats else _tensor(values)
        found = getattr(source, name)(**_axis(axis, keepdims))
        return _result(found if isinstance(found, torch.Tensor) else found.values)

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
median = lambda values: _result(_floats(values).quantile(0.5))


def std(values, axis=None, ddof=0):
    return _result(_floats(values).std(**_axis(axis, False), correction=ddof))


def var(values, axis=None, ddof=0):
    return _result(_floats(values).var(**_axis(axis, False), correction=ddof))


def cumsum(values, axis=None):
    source = _tensor(values)
    return source.reshape(-1).cumsum(0).numpy() if axis is None else source.cumsum(axis).numpy()


for _name in ("sum", "prod", "mean", "max", "min", "argmax", "argmin", "all", "any", "std", "var", "cumsum"):
    setattr(ndarray, _name, globals()[_name])


def _elementwise(name, floats=False):
    return lambda values: _result(getattr(_floats(values) if floats else _tensor(values), name)())


abs = absolute = _elementwise("abs")
sign = _elementwise("sign")
floor = _elementwise("floor", True)
ceil = _elementwise("ceil", True)
exp = _elementwise("exp", True)
log = _elementwise("log", True)
sqrt = _elementwise("sqrt", True)
sin = _elementwise("sin", True)
cos = _elementwise("cos", True)
tanh = _elementwise("tanh", True)
isnan = _elementwise("isnan")
unique = lambda values: _tensor(values).unique().numpy()
sort = lambda values, axis=-1: _tensor(values).sort(axis).values.numpy()


def round(values, decimals=0):
    return _result(torch.round(_tensor(values), decimals=decimals))


def _pairwise(name):
    return lambda a, b: _result(getattr(torch, name)(_tensor(a), _tensor(b)))


equal = _pairwise("eq")
not_equal = _pairwise("ne")
maximum = _pairwise("maximum")
minimum = _pairwise("minimum")
dot = matmul = lambda a, b: _result(_tensor(a) @ _tensor(b))
add = _pairwise("add")
subtract = _pairwise("sub")
multiply = _pairwise("mul")
divide = lambda a, b: _result(_floats(a) / _floats(b))


def where(condition, a, b):
    return _result(torch.where(_tensor(condition), _tensor(a), _tensor(b)))


def array_equal(a, b):
    left, right = _tensor(a), _tensor(b)
    return left.shape == right.shape and bool((left == right).all())


def allclose(a, b, rtol=1e-05, atol=1e-08):
    return torch.allclose(_floats(a), _floats(b), rtol, atol)


def concatenate(arrays, axis=0):
    return torch.cat([_tensor(one) for one in arrays], axis).numpy()


def stack(arrays, axis=0):
    return torch.stack([_tensor(one) for one in arrays], axis).numpy()


def shares_memory(a, b):
    return _tensor(a).untyped_storage().data_ptr() == _tensor(b).untyped_storage().data_ptr()


_engine.register_array(ndarray)


def searchsorted(values, wanted, side="left"):
    return _result(torch.searchsorted(_tensor(values), _tensor(wanted), right=side == "right"))
