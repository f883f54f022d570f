"""The classes that Python code derives from, prints and asks for attributes. What they do is the engine's doing."""

import _engine


class Object:
    """Something of the engine's: attributes and methods that Python does not know are the engine's own."""

    def __init__(self, *args, **kwargs):
        _engine.construct(self, *args, **kwargs)

    def __getattr__(self, name):
        return _engine.attribute(self, name)

    def __setattr__(self, name, value):
        if not _engine.set_attribute(self, name, value):
            object.__setattr__(self, name, value)

    def __repr__(self):
        return _engine.text(self)

    def __len__(self):
        return _engine.length(self)

    def __bool__(self):
        return True

    def __enter__(self):
        if not _engine.is_guard(self):
            raise TypeError(f"'{type(self).__name__}' object does not support the context manager protocol")
        return self

    def __exit__(self, *error):
        _engine.call(self, "exit")


class Sequence(Object):
    """Something with items: a data set, a loader, a list of modules."""

    def __iter__(self):
        return _engine.iterate(self) if _engine.is_made(self) else _by_index(self)

    def __getitem__(self, index):
        return _engine.item_at(self, index)


def _by_index(items):
    index = 0
    while True:
        try:
            item = items[index]
        except IndexError:
            return
        yield item
        index += 1


def derive(name, base, module):
    return type(name, (base,), {"__module__": module})


class dtype(Object):
    def __reduce__(self):
        return repr(self)


class Generator(Object):
    def __repr__(self):
        return f"<torch._C.Generator object at {hex(id(self))}>"


class Node(Object):
    """A node of the autograd graph."""

    def name(self):
        return _engine.text(self)[1:-1]

    def __getattr__(self, name):
        if name.startswith("_saved_"):
            return _engine.saved_of(self, name.removeprefix("_saved_"))
        return _engine.attribute(self, name)

    def __repr__(self):
        # Those of PyTorch's own functions end in a number.
        place = "" if self.name()[-1].isdigit() or not self.name().endswith("Backward") else "torch.autograd.function."
        return f"<{place}{self.name()} object at {hex(id(self))}>"


class IncompatibleKeys(Object):
    """What `load_state_dict` did not find, and did not need."""

    def __iter__(self):
        return iter((self.missing_keys, self.unexpected_keys))


class Size(tuple):
    def numel(self):
        count = 1
        for size in self:
            count *= size
        return count

    def __getitem__(self, index):
        item = tuple.__getitem__(self, index)
        return Size(item) if isinstance(index, slice) else item

    def __add__(self, other):
        return Size((*self, *other))

    def __radd__(self, other):
        return Size((*other, *self))

    def __mul__(self, count):
        return Size(tuple(self) * count)

    def __repr__(self):
        return f"torch.Size([{', '.join(map(repr, self))}])"

    __str__ = __repr__


class device:
    def __init__(self, type, index=None):
        if isinstance(type, device):
            type, index = type.type, type.index
        elif isinstance(type, int):
            type, index = "webgpu", type
        elif ":" in type:
            type, number = type.split(":")
            index = int(number)
        _engine.check_device(self, type)
        self.type = type
        self.index = index

    def __enter__(self):
        import torch

        self._before = torch.get_default_device()
        torch.set_default_device(self)
        return self

    def __exit__(self, *error):
        import torch

        torch.set_default_device(self._before)

    def __eq__(self, other):
        return isinstance(other, device) and (self.type, self.index) == (other.type, other.index)

    def __hash__(self):
        return hash((self.type, self.index))

    def __str__(self):
        return self.type if self.index is None else f"{self.type}:{self.index}"

    def __repr__(self):
        index = "" if self.index is None else f", index={self.index}"
        return f"device(type='{self.type}'{index})"


class layout:
    def __repr__(self):
        return "torch.strided"


strided = layout()


class ReturnType(tuple):
    """Several results that have names, such as those of `max(dim)`."""

    def __new__(cls, names, values, text):
        name = text[: text.index("(")].split(".")[-1]
        if name not in _return_types:
            _return_types[name] = derive(name, ReturnType, "torch.return_types")
        made = tuple.__new__(_return_types[name], values)
        made.__dict__.update(zip(names, values))
        made._text = text
        return made

    def __init__(self, names, values, text):
        pass

    def __repr__(self):
        return self._text


_return_types = {}


class Settings(dict):
    """A group of parameters of an optimiser: what is set here, the optimiser reads."""

    def __setitem__(self, key, value):
        dict.__setitem__(self, key, value)
        _engine.store(self, key, value)

    def __getitem__(self, key):
        return dict.__getitem__(self, key) if key == "params" else _engine.load(self, key)


class Tensor(Object):
    def __init__(self, *data):
        _engine.make_tensor(self, *data)

    def __format__(self, spec):
        if self.dim() == 0:
            return format(self.item(), spec)
        if spec:
            raise TypeError("unsupported format string passed to Tensor.__format__")
        return str(self)

    def __reversed__(self):
        return self if self.dim() == 0 else self.flip(0)

    @property
    def device(self):
        return device(_engine.device_of(self))

    def size(self, dim=None):
        return self.shape if dim is None else self.shape[_engine.dimension(self, dim)]

    def __deepcopy__(self, memo):
        if not self.is_leaf:
            raise RuntimeError(
                "Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  "
                "If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, "
                "see https://github.com/pytorch/pytorch/pull/103001"
            )
        copied = self.detach().clone()
        made = type(self)(copied) if type(self) is Parameter else copied
        made.requires_grad_(self.requires_grad)
        if self.grad is not None:
            made.grad = self.grad.detach().clone()
        return made

    __copy__ = lambda self: self.detach().requires_grad_(self.requires_grad)

    def cuda(self, device=None):
        raise AssertionError("Torch not compiled with CUDA enabled")

    def share_memory_(self):
        self._is_shared = True
        return self

    def is_shared(self):
        return self._is_shared

    _is_shared = False
    is_cuda = is_mps = is_sparse = is_quantized = is_meta = False

    @property
    def layout(self):
        return strided


def _tensor_of(data):
    return data if isinstance(data, Tensor) else data.detach()


class Parameter(Tensor):
    def __init__(self, data=None, requires_grad=True):
        if data is None and type(self).__name__ == "UninitializedParameter":
            _engine.construct(self)
            return
        _engine.construct(self, Tensor() if data is None else _tensor_of(data), requires_grad=requires_grad)


class Module(Object):
    _hooks = None

    def _run_with_hooks(self, *args, **kwargs):
        return self._hooks.run(self, args, kwargs)

    def __setattr__(self, name, value):
        if not _engine.set_module_attribute(self, name, value):
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if not _engine.delete_module_attribute(self, name):
            object.__delattr__(self, name)

    def __deepcopy__(self, memo):
        from copy import deepcopy

        made = object.__new__(type(self))
        memo[id(self)] = made
        _engine.copy_module(self, made, lambda value: deepcopy(value, memo))
        made.__dict__.update(deepcopy(self.__dict__, memo))
        if made._hooks:
            _engine.hook_forward(made)
        return made

    def state_dict(self, prefix="", keep_vars=False):
        return OrderedDict(_engine.state_of(self, prefix))

    def to(self, *args, **kwargs):
        for target in (*args, *kwargs.values()):
            if isinstance(target, (str, device, dtype, Tensor)):
                _engine.call(self, "to", target)
        return self

    def share_memory(self):
        for tensor in (*self.parameters(), *self.buffers()):
            tensor.share_memory_()
        return self

    def register_forward_hook(self, hook, *, prepend=False, with_kwargs=False, always_call=False):
        return _hooks_of(self).add("after", hook, prepend, with_kwargs)

    def register_forward_pre_hook(self, hook, *, prepend=False, with_kwargs=False):
        return _hooks_of(self).add("before", hook, prepend, with_kwargs)

    def register_full_backward_pre_hook(self, hook, prepend=False):
        return _hooks_of(self).add("backward_before", hook, prepend)

    def register_full_backward_hook(self, hook, prepend=False):
        return _hooks_of(self).add("backward", hook, prepend)

    @property
    def _parameters(self):
        return dict(self.named_parameters("", False))

    @property
    def _buffers(self):
        return dict(self.named_buffers("", False))

    @property
    def _modules(self):
        return dict(self.named_children())


def _hooks_of(module):
    from torch.hooks import Hooks

    if not module._hooks:
        module.__dict__["_hooks"] = Hooks()
        _engine.hook_forward(module)
    return module.__dict__["_hooks"]


class OrderedDict(dict):
    def __repr__(self):
        return f"OrderedDict({list(self.items()) if self else ''})"

    def move_to_end(self, key, last=True):
        value = self.pop(key)
        rest = list(self.items())
        self[key] = value
        if not last:
            for name, item in rest:
                del self[name]
                self[name] = item

    def popitem(self, last=True):
        key = list(self)[-1 if last else 0]
        return key, self.pop(key)


class _States(dict):
    """What an optimiser of Python's own remembers of each parameter."""

    def __getitem__(self, parameter):
        if parameter not in self:
            self[parameter] = {}
        return dict.__getitem__(self, parameter)


class Optimizer(Object):
    @property
    def state(self):
        if not _engine.is_own_optimizer(self):
            return _engine.attribute(self, "state")
        return self.__dict__.setdefault("_states", _States())

    def state_dict(self):
        made = _engine.optimizer_state(self)
        if _engine.is_own_optimizer(self):
            parameters = [parameter for group in self.param_groups for parameter in group["params"]]
            made["state"] = {k: self.state[one] for k, one in enumerate(parameters) if one in self.state}
        return made

    def __repr__(self):
        lines = []
        for k, group in enumerate(self.param_groups):
            lines += ["", f"Parameter Group {k}"]
            lines += [f"    {name}: {group[name]}" for name in sorted(group.keys()) if name != "params"]
        return type(self).__name__ + " (" + "\n".join(lines) + "\n)"


class _Places:
    """Items by place, which may be changed."""

    def __iter__(self):
        return _engine.iterate(self)

    def __getitem__(self, index):
        return _engine.item_at(self, index)

    def __setitem__(self, index, value):
        _engine.call(self, "replace", index, value)

    def __iadd__(self, values):
        return self.extend(values)


class ModuleSequence(_Places, Module):
    def __delitem__(self, index):
        places = range(len(self))[index] if isinstance(index, slice) else [index]
        for place in sorted(places, reverse=True):
            _engine.call(self, "remove", place)


class ParameterList(_Places, Module):
    pass


class _Names:
    """Items by name."""

    def __getitem__(self, key):
        return _engine.call(self, "get", key)

    def __setitem__(self, key, value):
        setattr(self, key, value)

    def __delitem__(self, key):
        _engine.call(self, "remove", key)

    def __contains__(self, key):
        return key in self.keys()

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self.keys())

    def keys(self):
        return dict(self._items()).keys()

    def values(self):
        return dict(self._items()).values()

    def items(self):
        return dict(self._items()).items()

    def pop(self, key):
        value = self[key]
        del self[key]
        return value

    def update(self, items):
        for key, value in dict(items).items():
            self[key] = value


class ModuleDict(_Names, Module):
    def _items(self):
        return self.named_children()


class ParameterDict(_Names, Module):
    def _items(self):
        return self.named_parameters()


class Function(Object):
    """To be derived from, with static `forward(ctx, …)` and `backward(ctx, …)`; call it by `apply`."""

    @staticmethod
    def forward(ctx, *args):
        raise NotImplementedError("You must implement the forward function for custom autograd.Function.")

    @staticmethod
    def backward(ctx, *grads):
        raise NotImplementedError(
            "You must implement either the backward or vjp method for your custom autograd.Function to use it with backward mode AD."
        )

    @classmethod
    def apply(cls, *args):
        return _engine.apply_function(cls, *args)


class _LinAlgError(RuntimeError):
    pass


Parameter.__module__ = "torch.nn.parameter"
Module.__module__ = "torch.nn"
for _type in (Tensor, Size, device, dtype, Generator):
    _type.__module__ = "torch"

_engine.register(globals())
