"""Python's dataclasses: classes made from the fields that they declare."""

MISSING = type("_MISSING_TYPE", (), {})()


class FrozenInstanceError(AttributeError):
    pass


class Field:
    def __init__(self, default=MISSING, default_factory=MISSING, init=True, repr=True, compare=True, metadata=None, **rest):
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.compare, self.metadata = init, repr, compare, metadata or {}
        self.name = self.type = None

    def is_required(self):
        return self.default is MISSING and self.default_factory is MISSING

    def start(self):
        return self.default if self.default_factory is MISSING else self.default_factory()


def field(**settings):
    return Field(**settings)


def _fields_of(cls):
    found = {}
    for base in reversed(cls.__mro__[1:]):
        found.update(getattr(base, "__dataclass_fields__", {}))
    for name, kind in cls.__dict__.get("__annotations__", {}).items():
        if "ClassVar" in str(kind):
            continue
        given = cls.__dict__.get(name, MISSING)
        if isinstance(given, (list, dict, set)):
            raise ValueError(f"mutable default {type(given)} for field {name} is not allowed: use default_factory")
        one = given if isinstance(given, Field) else Field(default=given)
        one.name, one.type = name, kind
        found[name] = one
        if isinstance(given, Field):
            if one.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
    return found


def _make_init(cls, fields, frozen):
    wanted = [one for one in fields.values() if one.init]
    required = [one for one in wanted if one.is_required()]

    def __init__(self, *args, **kwargs):
        if len(args) > len(wanted):
            low, high = len(required) + 1, len(wanted) + 1
            takes = str(high) if low == high else f"from {low} to {high}"
            raise TypeError(f"{cls.__name__}.__init__() takes {takes} positional arguments but {len(args) + 1} were given")
        given = {}
        for one, value in zip(wanted, args):
            given[one.name] = value
        for name, value in kwargs.items():
            if name in given:
                raise TypeError(f"{cls.__name__}.__init__() got multiple values for argument '{name}'")
            if name not in fields or not fields[name].init:
                raise TypeError(f"{cls.__name__}.__init__() got an unexpected keyword argument '{name}'")
            given[name] = value
        missing = [repr(one.name) for one in required if one.name not in given]
        if missing:
            ending = "s" if len(missing) > 1 else ""
            listed = " and ".join([", ".join(missing[:-1])] * (len(missing) > 1) + missing[-1:])
            raise TypeError(f"{cls.__name__}.__init__() missing {len(missing)} required positional argument{ending}: {listed}")
        put = object.__setattr__ if frozen else setattr
        for name, one in fields.items():
            if name in given or not one.is_required():
                put(self, name, given[name] if name in given else one.start())
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    return __init__


def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, frozen=False, **rest):
    def make(cls):
        fields = _fields_of(cls)
        cls.__dataclass_fields__ = fields
        own = cls.__dict__
        key = lambda self: tuple(getattr(self, one.name) for one in fields.values() if one.compare)
        if init and "__init__" not in own:
            cls.__init__ = _make_init(cls, fields, frozen)
        if repr and "__repr__" not in own:
            cls.__repr__ = lambda self: (
                type(self).__qualname__.split(".")[-1]
                + "("
                + ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields.values() if one.repr)
                + ")"
            )
        if eq and "__eq__" not in own:
            cls.__eq__ = lambda self, other: key(self) == key(other) if type(self) is type(other) else NotImplemented
        if order:
            cls.__lt__ = lambda self, other: key(self) < key(other)
            cls.__le__ = lambda self, other: key(self) <= key(other)
            cls.__gt__ = lambda self, other: key(self) > key(other)
            cls.__ge__ = lambda self, other: key(self) >= key(other)
        if frozen:
            cls.__hash__ = lambda self: hash(key(self))

            def refuse(self, name, *value):
                raise FrozenInstanceError(f"cannot {'assign to' if value else 'delete'} field '{name}'")

            cls.__setattr__ = cls.__delattr__ = refuse
        return cls

    return make if cls is None else make(cls)


def fields(value):
    return tuple(value.__dataclass_fields__.values())


def is_dataclass(value):
    return hasattr(value, "__dataclass_fields__")


def _plain(value, make):
    if is_dataclass(value) and not isinstance(value, type):
        return make([(one.name, _plain(getattr(value, one.name), make)) for one in fields(value)])
    if isinstance(value, (list, tuple)):
        return type(value)([_plain(item, make) for item in value])
    if isinstance(value, dict):
        return {key: _plain(item, make) for key, item in value.items()}
    return value


def asdict(value):
    return _plain(value, dict)


def astuple(value):
    return _plain(value, lambda pairs: tuple(item for _, item in pairs))


def replace(value, **changes):
    return type(value)(**{**{one.name: getattr(value, one.name) for one in fields(value) if one.init}, **changes})
