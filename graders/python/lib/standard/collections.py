"""Python's collections: further containers."""

from torch.classes import OrderedDict


class defaultdict(dict):
    def __init__(self, default_factory=None, *args, **items):
        dict.__init__(self, *args, **items)
        self.default_factory = default_factory

    def __getitem__(self, key):
        if key not in self and self.default_factory is not None:
            self[key] = self.default_factory()
        return dict.__getitem__(self, key)


class Counter(dict):
    def __init__(self, items=()):
        dict.__init__(self)
        for item in items:
            self[item] = self[item] + 1

    def __getitem__(self, key):
        return dict.get(self, key, 0)

    def most_common(self, n=None):
        return sorted(self.items(), key=lambda pair: -pair[1])[:n]


class deque(list):
    def __init__(self, items=(), maxlen=None):
        list.__init__(self, items)
        self.maxlen = maxlen
        self._trim()

    def append(self, item):
        list.append(self, item)
        self._trim()

    def popleft(self):
        return self.pop(0)

    def appendleft(self, item):
        self.insert(0, item)

    def _trim(self):
        while self.maxlen is not None and len(self) > self.maxlen:
            self.pop(0)


def namedtuple(name, fields):
    fields = fields.replace(",", " ").split() if isinstance(fields, str) else list(fields)

    class Named(tuple):
        _fields = tuple(fields)

        def __new__(cls, *values, **named):
            return tuple.__new__(cls, (*values, *(named[field] for field in fields[len(values) :])))

        def __init__(self, *values, **named):
            pass

        def __getattr__(self, field):
            if field in fields:
                return self[fields.index(field)]
            raise AttributeError(f"'{name}' object has no attribute '{field}'")

        def __repr__(self):
            parts = ", ".join(f"{field}={value!r}" for field, value in zip(fields, self))
            return f"{name}({parts})"

    Named.__name__ = name
    return Named
