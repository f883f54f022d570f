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

    @property
    def itemsize(self):
        return getattr(torch, self.name).itemsize

    @property
    def kind(self):
        return "f" if self.name.startswith("float") else self.name[0]


def _name_of(kind):
    """A dtype's name, from whatever NumPy takes for one."""
    names = {float: "float64", int: "int64", bool: "bool", "float": "float64", "int": "int64"}
    if isinstance(kind, str):
        letters = {"f": "float", "i": "int", "u": "uint"}
        if len(kind) == 2 and kind[0] in letters:
            return f"{letters[kind[0]]}{8 * int(kind[1])}"
        return names.get(kind, kind)
    return names.get(kind) or getattr(kind, "name", None) or getattr(kind, "__name__", "")


class generic:
    """An element of an array: a number that knows its dtype."""

    def __str__(self):
        return _engine.number_text(self.item(), self._kind)

    def __repr__(self):
        return f"np.{self._kind}({self})"

    @property
    def dtype(self):
        return dtype(self._kind)

    shape = ()
    ndim = 0
    size = 1

    def astype(self, kind):
        return _types[_name_of(kind)](self.item())

    def round(self, decimals=0):
        return type(self)(round(self.item(), decimals))

    def __round__(self, digits=None):
        # `round` is a function of arrays here.
        return self.item().__round__() if digits is None else self.round(digits)

    def tolist(self):
        return self.item()

    def copy(self):
        return self

    def _self(self, axis=None):
        return self

    sum = mean = max = min = _self
    T = property(_self)


def _scalar_operator(special, name):
    def compute(self, other):
        if not isinstance(other, (int, float)):
            return NotImplemented
        kind = "int64" if self._kind == "bool" else self._kind
        a, b = torch.tensor(self.item(), dtype=getattr(torch, kind)), other
        if isinstance(other, generic):
            b = torch.tensor(other.item(), dtype=getattr(torch, other._kind))
            a, b = _same_kind(a, b)
        elif isinstance(other, float) and not a.is_floating_point():
            a = a.double()
        if special in ("truediv", "rtruediv") and not a.is_floating_point():
            a = a.double()
        b = b if isinstance(b, torch.Tensor) else torch.tensor(b, dtype=a.dtype)
        return _result(getattr(b, name)(a) if special.startswith("r") else getattr(a, name)(b))

    return compute


for _special, _function in {
    "add": "add", "sub": "sub", "mul": "mul", "truediv": "div", "floordiv": "floor_divide", "mod": "remainder", "pow": "pow",
}.items():
    setattr(generic, f"__{_special}__", _scalar_operator(_special, _function))
    setattr(generic, f"__r{_special}__", _scalar_operator("r" + _special, _function))


def _scalar_comparison(special, python):
    def compare(self, other):
        if isinstance(other, generic):
            other = other.item()
        answer = getattr(python, special)(self, other)
        return answer if answer is NotImplemented else bool_(answer)

    return compare


_comparisons = ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__")
generic.__neg__ = lambda self: type(self)(-self.item())
generic.__abs__ = lambda self: type(self)(abs(self.item()))


class floating(generic):
    pass


class integer(generic):
    pass


def _scalar_type(name, kind, python, read):
    def new(cls, value=0):
        if hasattr(value, "__iter__"):
            return array(value, dtype=name)
        made = torch.tensor(read(value.item() if isinstance(value, generic) else value), dtype=getattr(torch, name))
        return python.__new__(cls, made.item())

    members = {"__new__": new, "_kind": name, "__module__": "numpy", "__init__": lambda self, value=0: None}
    # The plain number within.
    members["item"] = (lambda self: float.__add__(self, 0.0)) if python is float else (lambda self: int.__add__(self, 0))
    members["__float__" if python is float else "__int__"] = members["item"]
    members["__hash__"] = lambda self: hash(self.item())
    members["name"] = name
    for special in ("__str__", "__repr__", "__neg__", "__abs__", "__round__"):
        members[special] = getattr(generic, special)
    for special in _comparisons:
        members[special] = _scalar_comparison(special, python)
    return type(name, (kind, python), members)


float64 = double = _scalar_type("float64", floating, float, float)
float32 = single = _scalar_type("float32", floating, float, float)
float16 = half = _scalar_type("float16", floating, float, float)
int64 = int_ = _scalar_type("int64", integer, int, int)
int32 = _scalar_type("int32", integer, int, int)
int16 = _scalar_type("int16", integer, int, int)
int8 = _scalar_type("int8", integer, int, int)
uint8 = _scalar_type("uint8", integer, int, int)


class bool_(generic, int):
    name = _kind = "bool"

    def __new__(cls, value=False):
        return int.__new__(cls, 1 if value else 0)

    def __init__(self, value=False):
        pass

    def item(self):
        return int.__add__(self, 0) == 1

    def __bool__(self):
        return self.item()

    def __str__(self):
        return str(self.item())

    def __repr__(self):
        return f"np.{self}_"

    def __invert__(self):
        return bool_(not self.item())

    def __hash__(self):
        return hash(self.item())


def _logical(special):
    def compute(self, other):
        if not isinstance(other, (bool, bool_)):
            return getattr(int, special)(int.__add__(self, 0), other)
        return bool_(getattr(bool, special)(self.item(), bool(other)))

    return compute


for _special in ("__and__", "__or__", "__xor__", "__rand__", "__ror__", "__rxor__"):
    setattr(bool_, _special, _logical(_special))
True_, False_ = bool_(True), bool_(False)

_types = {one.name: one for one in (float64, float32, float16, int64, int32, int16, int8, uint8, bool_)}


def _same_kind(a, b):
    """NumPy's floats of 32 bits become 64 beside whole numbers of as many."""
    for whole, part in ((a, b), (b, a)):
        small = whole.dtype in (torch.bool, torch.int8, torch.uint8, torch.int16)
        if part.is_floating_point() and not whole.is_floating_point() and not small:
            return a.double(), b.double()
    return a, b


def _tensor(value, kind=None):
    """A tensor on an array's memory, or one of a list's numbers as NumPy reads them."""
    if isinstance(value, ndarray):
        made = torch.from_numpy(value)
    elif isinstance(value, torch.Tensor):
        made = value.detach()
    else:
        items = list(value) if hasattr(value, "__iter__") else value
        made = _made(_plain(items))
        if made.dtype == torch.float32:
            made = torch.tensor(_plain(items), dtype=torch.float64)
    return made if kind is None else made.to(getattr(torch, _name_of(kind)))


def __getattr__(name):
    absent = ("uint16", "uint32", "uint64", "complex64", "complex128", "str_", "object_", "datetime64", "longdouble")
    why = ": the types here are those that tensors share memory with" if name in absent else ""
    raise AttributeError(f"module 'numpy' has no attribute '{name}'{why}")


def _made(items):
    try:
        return torch.tensor(items)
    except (TypeError, ValueError, RuntimeError) as error:
        if "'str'" in str(error) or "NoneType" in str(error):
            raise TypeError("arrays hold numbers here, which tensors can share: keep texts and other things in a list")
        if not str(error).startswith("expected sequence of length"):
            raise
        depth = int(str(error).split("at dim ")[1].split(" ")[0])
        shape, level = [], items
        for _ in range(depth):
            shape.append(len(level))
            level = level[0]
        ending = f"{depth} dimensions. The detected shape was {_shape_text(shape) if depth > 1 else f'({shape[0]},)'}"
        raise ValueError(
            "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
            f"{ending} + inhomogeneous part."
        )


def _plain(value):
    if isinstance(value, ndarray):
        return value.tolist()
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _result(tensor):
    """An array, or a number where no dimension is left."""
    if tensor.dim() > 0:
        return tensor.numpy()
    name = str(tensor.dtype).split(".")[1]
    return _types[name](tensor.item())


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
        source, index = _forwards(_tensor(self), index)
        try:
            return _result(source[_index(index)])
        except IndexError as error:
            raise IndexError(_words(error, self))

    @property
    def itemsize(self):
        return self.dtype.itemsize

    @property
    def nbytes(self):
        return self.size * self.itemsize

    def __setitem__(self, index, value):
        _tensor(self)[_index(index)] = _tensor(value) if hasattr(value, "__iter__") else value

    def __contains__(self, value):
        return value in _tensor(self)

    def __bool__(self):
        if self.size == 0:
            raise ValueError("The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")
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
        try:
            return _tensor(self).reshape(*shape).numpy()
        except RuntimeError:
            wanted = shape[0] if len(shape) == 1 and hasattr(shape[0], "__iter__") else shape
            text = str(tuple(wanted)).replace(" ", "")
            raise ValueError(f"cannot reshape array of size {self.size} into shape {text}")

    def ravel(self):
        return _tensor(self).reshape(-1).numpy()

    def flatten(self):
        return _tensor(self).flatten().clone().numpy()

    def round(self, decimals=0):
        return _result(torch.round(_tensor(self), decimals=decimals))

    def clip(self, low=None, high=None):
        return clip(self, low, high)

    def dot(self, other):
        return dot(self, other)

    def sort(self, axis=-1):
        _tensor(self).copy_(_tensor(self).sort(axis).values)

    def argsort(self, axis=-1):
        return argsort(self, axis)

    def nonzero(self):
        return nonzero(self)

    def take(self, indices, axis=None):
        return take(self, indices, axis)

    def searchsorted(self, wanted, side="left"):
        return searchsorted(self, wanted, side)

    def repeat(self, count, axis=None):
        return repeat(self, count, axis)

    def swapaxes(self, a, b):
        return _tensor(self).transpose(a, b).numpy()

    def transpose(self, *axes):
        return _tensor(self).permute(*axes).numpy() if axes else self.T

    def squeeze(self):
        return _tensor(self).squeeze().numpy()

    def fill(self, value):
        _tensor(self).fill_(value)


def _index(index):
    if isinstance(index, tuple):
        return tuple(_index(entry) for entry in index)
    if not isinstance(index, ndarray):
        return index
    # PyTorch takes bytes for a mask.
    return _tensor(index).long() if _tensor(index).dtype == torch.uint8 else _tensor(index)


def _forwards(source, index):
    """Slices that go backwards are NumPy's alone: the rows are turned first."""
    entries = index if isinstance(index, tuple) else (index,)
    axis = 0
    for place, entry in enumerate(entries):
        if entry is Ellipsis:
            axis = source.dim() - sum(1 for rest in entries[place + 1 :] if rest is not None)
            continue
        if isinstance(entry, slice) and entry.step is not None and entry.step < 0:
            order = list(range(source.shape[axis]))[entry]
            source = source.index_select(axis, torch.tensor(order, dtype=torch.int64))
            entries = (*entries[:place], slice(None), *entries[place + 1 :])
        axis += entry is not None
    return source, entries if isinstance(index, tuple) else entries[0]


def _words(error, array):
    text = str(error).replace("for dimension", "for axis")
    if text.startswith("too many indices"):
        return f"too many indices for array: array is {array.ndim}-dimensional, but more were indexed"
    return text


def _shape_text(shape):
    return str(tuple(shape)).replace(" ", "")


def _operator(name, floats=False, swapped=False):
    def compute(self, other):
        if not isinstance(other, (ndarray, int, float, list, tuple, torch.Tensor)):
            return NotImplemented
        a = _floats(self) if floats else _tensor(self)
        b = other
        if isinstance(other, generic):
            b = torch.tensor(other.item(), dtype=getattr(torch, other._kind))
        elif not isinstance(other, (int, float)):
            b = _tensor(other)
        if isinstance(b, torch.Tensor):
            a, b = _same_kind(a, b)
        elif isinstance(b, float) and not a.is_floating_point():
            a = a.double()
        if name == "matmul" and b.shape[-2 if b.dim() > 1 else 0] != a.shape[-1]:
            raise ValueError(
                "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
                f"(n?,k),(k,m?)->(n?,m?) (size {b.shape[-2 if b.dim() > 1 else 0]} is different from {a.shape[-1]})"
            )
        try:
            return _result(getattr(b, name)(a) if swapped else getattr(a, name)(b))
        except RuntimeError as error:
            if "must match" not in str(error):
                raise
            raise ValueError(
                f"operands could not be broadcast together with shapes {_shape_text(a.shape)} {_shape_text(b.shape)} "
            )

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
ndarray.__rtruediv__ = lambda self, other: _result(torch.div(torch.tensor(other, dtype=_floats(self).dtype), _floats(self)))
ndarray.__rfloordiv__ = lambda self, other: _result(torch.tensor(other) // _tensor(self))
ndarray.__rmod__ = lambda self, other: _result(torch.remainder(other, _tensor(self)))
ndarray.__rmatmul__ = lambda self, other: _result(_tensor(other) @ _tensor(self))
ndarray.__rand__, ndarray.__ror__ = ndarray.__and__, ndarray.__or__
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


def linspace(start, stop, num=50, endpoint=True, dtype="float64"):
    end = stop if endpoint else stop - (stop - start) / num
    return torch.linspace(start, end, num, dtype=torch.float64).numpy().astype(dtype)


def full(shape, value, dtype=None):
    kind = dtype or (value._kind if isinstance(value, generic) else type(value))
    return torch.full(shape if isinstance(shape, tuple) else (shape,), value, dtype=getattr(torch, _name_of(kind))).numpy()


def arange(*args, dtype=None):
    whole = all(isinstance(value, int) for value in args)
    return torch.arange(*args, dtype=getattr(torch, _name_of(dtype or (int if whole else float)))).numpy()


def zeros_like(values):
    return torch.zeros_like(_tensor(values)).numpy()


def ones_like(values):
    return torch.ones_like(_tensor(values)).numpy()



_engine.register_array(ndarray)
