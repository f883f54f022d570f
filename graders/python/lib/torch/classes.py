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


class Sequence(Object):
    """Something with items: a data set, a loader, a list of modules."""

    def __iter__(self):
        return _engine.iterate(self)

    def __getitem__(self, index):
        return _engine.item_at(self, index)


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

    def __repr__(self):
        return f"<{self.name()} object at {hex(id(self))}>"


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
        return Size(tuple.__add__(self, tuple(other)))

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

    def __eq__(self, other):
        return isinstance(other, device) and (self.type, self.index) == (other.type, other.index)

    def __hash__(self):
        return hash((self.type, self.index))

    def __str__(self):
        return self.type if self.index is None else f"{self.type}:{self.index}"

    def __repr__(self):
        index = "" if self.index is None else f", index={self.index}"
        return f"device(type='{self.type}'{index})"


class ReturnType(tuple):
    """Several results that have names, such as those of `max(dim)`."""

    def __new__(cls, names, values, text):
        made = tuple.__new__(cls, values)
        made.__dict__.update(zip(names, values))
        made._text = text
        return made

    def __init__(self, names, values, text):
        pass

    def __repr__(self):
        return self._text


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
        return self.detach().clone().requires_grad_(self.requires_grad)


class Parameter(Tensor):
    def __init__(self, data, requires_grad=True):
        _engine.construct(self, data, requires_grad=requires_grad)


class Module(Object):
    def __call__(self, *args, **kwargs):
        return self.forward(*args, **kwargs)

    def __setattr__(self, name, value):
        if not _engine.set_module_attribute(self, name, value):
            object.__setattr__(self, name, value)

    def state_dict(self):
        return OrderedDict(_engine.state_of(self))


class OrderedDict(dict):
    def __repr__(self):
        return f"OrderedDict({dict.__repr__(self)})"


class ModuleSequence(Module):
    def __iter__(self):
        return _engine.iterate(self)

    def __getitem__(self, index):
        return _engine.item_at(self, index)


class ModuleDict(Module):
    def __getitem__(self, key):
        return self.get(key)

    def __setitem__(self, key, module):
        self.register_module(key, module)

    def __contains__(self, key):
        return key in self.keys()

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self.keys())

    def keys(self):
        return [name for name, _ in self.named_children()]

    def values(self):
        return list(self.children())

    def items(self):
        return list(self.named_children())


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
