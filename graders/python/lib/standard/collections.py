"""Python's collections: further containers."""

from torch.classes import OrderedDict


class defaultdict(dict):
    def __init__(self, default_factory=None, *args, **items):
        dict.__init__(self, *args, **items)
        self.default_factory = default_factory

    def __getitem__(self, key):
        if key not in self:
            if self.default_factory is None:
                raise KeyError(key)
            self[key] = self.default_factory()
        return dict.__getitem__(self, key)

    def __repr__(self):
        return f"defaultdict({self.default_factory!r}, {dict(self)!r})"


class Counter(dict):
    def __init__(self, items=(), **counts):
        dict.__init__(self)
        self.update(items)
        self.update(counts)

    def __getitem__(self, key):
        return dict.get(self, key, 0)

    def update(self, items):
        if isinstance(items, dict):
            for key, count in items.items():
                self[key] = self[key] + count
        else:
            for key in items:
                self[key] = self[key] + 1

    def most_common(self, n=None):
        return sorted(self.items(), key=lambda pair: -pair[1])[:n]

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    def total(self):
        return sum(self.values())

    def _joined(self, other, join):
        counts = {key: join(self[key], other[key]) for key in dict.fromkeys([*self, *other])}
        return Counter({key: count for key, count in counts.items() if count > 0})

    def __add__(self, other):
        return self._joined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._joined(other, lambda a, b: a - b)

    def __and__(self, other):
        return self._joined(other, min)

    def __or__(self, other):
        return self._joined(other, max)

    def __repr__(self):
        return f"Counter({dict(self.most_common())!r})" if self else "Counter()"


class deque:
    def __init__(self, items=(), maxlen=None):
        self._items = []
        self.maxlen = maxlen
        self.extend(items)

    def append(self, item):
        self._items.append(item)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            self._items.pop(0)

    def appendleft(self, item):
        self._items.insert(0, item)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            self._items.pop()

    def extend(self, items):
        for item in items:
            self.append(item)

    def extendleft(self, items):
        for item in items:
            self.appendleft(item)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop(0)

    def clear(self):
        self._items.clear()

    def rotate(self, n=1):
        if self._items:
            n %= len(self._items)
            self._items = self._items[-n:] + self._items[:-n] if n else self._items

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __getitem__(self, index):
        return self._items[index]

    def __setitem__(self, index, item):
        self._items[index] = item

    def __contains__(self, item):
        return item in self._items

    def __eq__(self, other):
        return isinstance(other, deque) and self._items == other._items

    def __repr__(self):
        most = "" if self.maxlen is None else f", maxlen={self.maxlen}"
        return f"deque({self._items!r}{most})"


def namedtuple(name, fields, *, defaults=(), **settings):
    fields = tuple(fields.replace(",", " ").split() if isinstance(fields, str) else fields)
    values_of = dict(zip(fields[len(fields) - len(defaults) :], defaults))

    def new(cls, *values, **named):
        given = {**values_of, **dict(zip(fields, values)), **named}
        missing = [repr(field) for field in fields if field not in given]
        if missing:
            ending = "s" if len(missing) > 1 else ""
            raise TypeError(f"{name}.__new__() missing {len(missing)} required positional argument{ending}: {' and '.join(missing)}")
        if len(values) > len(fields) or len(given) > len(fields):
            raise TypeError(f"{name}.__new__() takes {len(fields) + 1} positional arguments but {len(values) + 1} were given")
        return tuple.__new__(cls, [given[field] for field in fields])

    def show(self):
        return type(self).__name__ + "(" + ", ".join(f"{field}={value!r}" for field, value in zip(fields, self)) + ")"

    members = {
        "_fields": fields,
        "_field_defaults": values_of,
        "__new__": new,
        "__init__": lambda self, *values, **named: None,
        "__repr__": show,
        "_asdict": lambda self: dict(zip(fields, self)),
        "_replace": lambda self, **named: type(self)(**{**dict(zip(fields, self)), **named}),
        "_make": classmethod(lambda cls, values: cls(*values)),
    }
    for place, field in enumerate(fields):
        members[field] = property(lambda self, place=place: tuple.__getitem__(self, place))
    return type(name, (tuple,), members)


class ChainMap(dict):
    """Several dicts as one: what the first has is found first, and changes are its own."""

    def __init__(self, *maps):
        dict.__init__(self)
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for one in self.maps:
            if key in one:
                return one[key]
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        del self.maps[0][key]

    def __contains__(self, key):
        return any(key in one for one in self.maps)

    def _all(self):
        joined = {}
        for one in reversed(self.maps):
            joined.update(one)
        return joined

    def __iter__(self):
        return iter(self._all())

    def __len__(self):
        return len(self._all())

    def keys(self):
        return self._all().keys()

    def values(self):
        return self._all().values()

    def items(self):
        return self._all().items()

    def new_child(self, first=None, **more):
        return ChainMap({**(first or {}), **more}, *self.maps)

    @property
    def parents(self):
        return ChainMap(*self.maps[1:])

    def __repr__(self):
        return f"ChainMap({', '.join(map(repr, self.maps))})"
