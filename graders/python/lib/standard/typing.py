"""Python's typing: what annotations are written with. Nothing is checked."""


class _Form:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, arguments):
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __or__(self, other):
        return self

    __ror__ = __or__

    def __repr__(self):
        return f"typing.{self._name}"


for _name in (
    "Any Callable ClassVar Dict Final FrozenSet Iterable Iterator List Literal Mapping MutableMapping NoReturn Optional "
    "Self Sequence Set Tuple Type Union Generator Deque DefaultDict Counter Annotated Hashable Sized AnyStr Text Never "
    "TypeAlias Concatenate Required NotRequired Collection MutableSequence SupportsFloat SupportsInt Awaitable TextIO IO "
    "LiteralString TypeGuard Unpack OrderedDict Container Reversible AsyncIterator Coroutine"
).split():
    globals()[_name] = _Form(_name)


class TypeVar(_Form):
    def __init__(self, name, *bounds, **settings):
        self._name = name

    def __repr__(self):
        return f"~{self._name}"


class ParamSpec(TypeVar):
    args = kwargs = None


TypeVarTuple = TypeVar


def NewType(name, kind):
    def made(value):
        return value

    made.__name__ = name
    return made


def final(value):
    return value


override = no_type_check = final


class Generic:
    def __class_getitem__(cls, arguments):
        return cls


class Protocol(Generic):
    pass


class TypedDict(dict):
    pass


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        if not bases:
            return type.__new__(mcls, name, bases, namespace)
        from collections import namedtuple

        fields = list(namespace.get("__annotations__", {}))
        defaults = [namespace[field] for field in fields if field in namespace]
        made = namedtuple(name, fields, defaults=defaults)
        for key, value in namespace.items():
            if key not in fields and not key.startswith("__"):
                setattr(made, key, value)
        return made


class NamedTuple(metaclass=_NamedTupleMeta):
    pass


TYPE_CHECKING = False


def cast(kind, value):
    return value


def overload(function):
    return function


def runtime_checkable(cls):
    return cls


def get_type_hints(value):
    return dict(value.__annotations__)
