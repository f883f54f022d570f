"""Python's collections.abc: kinds of things, told by the methods that they have."""

from abc import ABC, ABCMeta, abstractmethod


class _KindMeta(ABCMeta):
    def __instancecheck__(cls, value):
        # Every class has `__call__`, which makes its objects.
        return callable(value) if cls.__name__ == "Callable" else cls.__subclasscheck__(type(value))

    def __subclasscheck__(cls, kind):
        if cls in kind.__mro__:
            return True
        known = cls.__dict__.get("_known", ())
        if known:
            return any(one in kind.__mro__ for one in known)
        wanted = cls.__dict__.get("_methods", ())
        return bool(wanted) and all(getattr(kind, name, None) is not None for name in wanted)


class _Kind(metaclass=_KindMeta):
    def __class_getitem__(cls, arguments):
        return cls


def _kind(name, *methods):
    return _KindMeta(name, (_Kind,), {"_methods": methods, "__module__": "collections.abc"})


Hashable = _kind("Hashable", "__hash__")
Callable = _kind("Callable", "__call__")
Sized = _kind("Sized", "__len__")
Container = _kind("Container", "__contains__")
Iterable = _kind("Iterable", "__iter__")
Iterator = _kind("Iterator", "__iter__", "__next__")
Reversible = _kind("Reversible", "__iter__", "__reversed__")
Collection = _kind("Collection", "__len__", "__contains__", "__iter__")
Generator = _kind("Generator", "__iter__", "__next__", "send", "throw")
Awaitable = _kind("Awaitable", "__await__")


class Sequence(_Kind):
    _known = (list, tuple, str, range, bytes)

    def __iter__(self):
        for index in range(len(self)):
            yield self[index]

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __reversed__(self):
        for index in reversed(range(len(self))):
            yield self[index]

    def index(self, value):
        for index, item in enumerate(self):
            if item is value or item == value:
                return index
        raise ValueError

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)


class MutableSequence(Sequence):
    _known = (list, bytearray)

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for value in values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]


class Set(_Kind):
    _known = (set, frozenset)


class MutableSet(Set):
    _known = (set,)


class Mapping(_Kind):
    _known = (dict,)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return dict.fromkeys(self).keys()

    def items(self):
        return {key: self[key] for key in self}.items()

    def values(self):
        return {key: self[key] for key in self}.values()

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented


class MutableMapping(Mapping):
    _known = (dict,)

    def pop(self, key, *default):
        if key not in self and default:
            return default[0]
        value = self[key]
        del self[key]
        return value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, items=(), **more):
        for key, value in {**dict(items), **more}.items():
            self[key] = value

    def clear(self):
        for key in list(self):
            del self[key]
