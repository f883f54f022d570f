"""What of `torch` is Python's own: context managers, decorators and the facts of this place."""

import _engine
from torch.classes import Size, Tensor, device, dtype, layout, strided

__version__ = "2.13.0"

inf = float("inf")
nan = float("nan")
pi = 3.141592653589793
e = 2.718281828459045


class _Mode:
    """A way of recording that holds within a `with`, or within a function that it decorates."""

    def __enter__(self):
        self._guard = _engine.enter_mode(self._name, *self._settings)
        return self

    def __exit__(self, *error):
        _engine.exit_mode(self._guard)

    def __call__(self, function):
        def decorated(*args, **kwargs):
            with type(self)(*self._settings):
                return function(*args, **kwargs)

        decorated.__name__ = function.__name__
        decorated.__doc__ = function.__doc__
        return decorated

    _settings = ()


def _mode(name):
    class Mode(_Mode):
        _name = name

        def __new__(cls, function=None):
            made = object.__new__(cls)
            return made(function) if callable(function) else made

    Mode.__name__ = name
    return Mode


no_grad = _mode("no_grad")
enable_grad = _mode("enable_grad")
inference_mode = _mode("inference_mode")


class set_grad_enabled(_Mode):
    _name = "set_grad_enabled"

    def __init__(self, mode):
        self._settings = (bool(mode),)
        self._guard = _engine.enter_mode(self._name, bool(mode))

    def __enter__(self):
        return self


class _ForkedRandom:
    """Random numbers drawn within a `with` leave the stream as it was."""

    def __enter__(self):
        self._state = get_rng_state()

    def __exit__(self, *error):
        set_rng_state(self._state)


def _fork_rng(devices=None, enabled=True):
    return _ForkedRandom()


random.fork_rng = _fork_rng


class DistributedSampler(utils.data.DistributedSampler):
    def __init__(self, dataset, num_replicas=None, rank=None, *args, **settings):
        num_replicas = distributed.get_world_size() if num_replicas is None else num_replicas
        rank = distributed.get_rank() if rank is None else rank
        super().__init__(dataset, num_replicas, rank, *args, **settings)


DistributedSampler.__module__ = "torch.utils.data.distributed"
utils.data.DistributedSampler = utils.data.distributed.DistributedSampler = DistributedSampler


def get_num_threads():
    return 1


def set_num_threads(count):
    pass


_deterministic = False


def use_deterministic_algorithms(mode, warn_only=False):
    global _deterministic
    _deterministic = bool(mode)


def are_deterministic_algorithms_enabled():
    return _deterministic


def is_tensor(value):
    return isinstance(value, Tensor)


def typename(value):
    if isinstance(value, Tensor):
        return value.type()
    return type(value).__module__ + "." + type(value).__qualname__


def save(obj, f, *args, **settings):
    from torch.serialization import save

    save(obj, f, *args, **settings)


def load(f, *args, **settings):
    from torch.serialization import load

    return load(f, *args, **settings)


def compile(model=None, **settings):
    """There is nothing to compile, and the model is as fast as it is: but it has the names that PyTorch then gives it."""
    if model is None:
        return lambda model: compile(model)
    return OptimizedModule(model) if isinstance(model, nn.Module) else model


class OptimizedModule(nn.Module):
    def __init__(self, mod):
        super().__init__()
        self._orig_mod = mod

    def forward(self, *args, **kwargs):
        return self._orig_mod(*args, **kwargs)

    def __getattr__(self, name):
        try:
            return super().__getattr__(name)
        except AttributeError:
            return getattr(super().__getattr__("_orig_mod"), name)


class DataParallel(nn.Module):
    """On a single device it hands all to its module, as PyTorch's does where there is no GPU."""

    def __init__(self, module, device_ids=None, output_device=None, dim=0):
        super().__init__()
        self.module = module

    def forward(self, *inputs, **settings):
        return self.module(*inputs, **settings)


nn.DataParallel = DataParallel


def autocast(*args, **settings):
    from torch.amp import autocast

    return autocast(*args, **settings)


def set_float32_matmul_precision(precision):
    global _precision
    _precision = precision


def get_float32_matmul_precision():
    return _precision


_precision = "highest"


_types_of_cpp = {float32: "float", float64: "double", int64: "long int", int32: "int", bool: "bool", uint8: "unsigned char"}


def _options(dtype):
    rest = "device=cpu, layout=Strided, requires_grad=false (default), pinned_memory=false (default), memory_format=(nullopt)"
    return f"TensorOptions(dtype={_types_of_cpp.get(dtype, dtype)}, {rest})"


def _typed(name, dtype):
    class Typed(Tensor):
        def __new__(cls, *data):
            given = data[0] if data and not isinstance(data[0], int) else None
            if isinstance(given, Tensor):
                if given.dtype != dtype:
                    raise TypeError(f"expected {_options(dtype)} (got {_options(given.dtype)})")
                return given.detach()
            return tensor(given, dtype=dtype) if given is not None else empty(data or (0,), dtype=dtype)

        def __init__(self, *data):
            pass

    Typed.__name__ = name
    return Typed


FloatTensor, DoubleTensor, HalfTensor = _typed("FloatTensor", float32), _typed("DoubleTensor", float64), _typed("HalfTensor", float16)
LongTensor, IntTensor, ShortTensor = _typed("LongTensor", int64), _typed("IntTensor", int32), _typed("ShortTensor", int16)
ByteTensor, BoolTensor = _typed("ByteTensor", uint8), _typed("BoolTensor", bool)


def _variable(data, requires_grad=False):
    return data.requires_grad_() if requires_grad else data


autograd.Variable = _variable
utils.data.get_worker_info = lambda: None
optim.lr_scheduler._LRScheduler = optim.lr_scheduler.LRScheduler
