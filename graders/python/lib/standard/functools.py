"""Python's functools: functions of functions."""

from collections import namedtuple

CacheInfo = namedtuple("CacheInfo", "hits misses maxsize currsize")


def reduce(function, items, *initial):
    iterator = iter(items)
    total = initial[0] if initial else next(iterator)
    for item in iterator:
        total = function(total, item)
    return total


class partial:
    def __init__(self, func, *args, **keywords):
        self.func, self.args, self.keywords = func, args, keywords

    def __call__(self, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})


def wraps(wrapped):
    def decorate(function):
        function.__name__ = wrapped.__name__
        function.__qualname__ = wrapped.__qualname__
        function.__doc__ = getattr(wrapped, "__doc__", None)
        function.__wrapped__ = wrapped
        return function

    return decorate


def _cached(function, maxsize):
    known, counts = {}, {"hits": 0, "misses": 0}

    def cached(*args, **kwargs):
        key = (args, tuple(kwargs.items()))
        found = key in known
        counts["hits" if found else "misses"] += 1
        # What was used last is dropped last.
        result = known.pop(key) if found else function(*args, **kwargs)
        known[key] = result
        if maxsize is not None and len(known) > maxsize:
            del known[next(iter(known))]
        return result

    def clear():
        known.clear()
        counts.update(hits=0, misses=0)

    cached.cache_clear = clear
    cached.cache_info = lambda: CacheInfo(counts["hits"], counts["misses"], maxsize, len(known))
    return wraps(function)(cached)


def cache(function):
    return _cached(function, None)


def lru_cache(maxsize=128, typed=False):
    return _cached(maxsize, 128) if callable(maxsize) else lambda function: _cached(function, maxsize)


def cached_property(function):
    name = f"_cached_{function.__name__}"

    def get(self):
        if name not in self.__dict__:
            self.__dict__[name] = function(self)
        return self.__dict__[name]

    return property(get)


def total_ordering(cls):
    less, equal = cls.__lt__, cls.__eq__
    cls.__le__ = lambda a, b: less(a, b) or equal(a, b)
    cls.__gt__ = lambda a, b: not (less(a, b) or equal(a, b))
    cls.__ge__ = lambda a, b: not less(a, b)
    return cls


def cmp_to_key(compare):
    class Key:
        def __init__(self, value):
            self.value = value

        def __lt__(self, other):
            return compare(self.value, other.value) < 0

    return Key


def singledispatch(function):
    """A function that does something else for each kind of its first argument."""
    kinds = {object: function}

    def dispatch(kind):
        return next(kinds[one] for one in (kind, *kind.__mro__) if one in kinds)

    def register(kind, chosen=None):
        if chosen is None and not isinstance(kind, type):
            return register(next(iter(kind.__annotations__.values())), kind)
        if chosen is None:
            return lambda chosen: register(kind, chosen)
        kinds[kind] = chosen
        return chosen

    def call(value, *args, **kwargs):
        return dispatch(type(value))(value, *args, **kwargs)

    call.register, call.dispatch, call.registry = register, dispatch, kinds
    return wraps(function)(call)


class partialmethod:
    def __init__(self, func, *args, **keywords):
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, owner, kind=None):
        return lambda *args, **keywords: self.func(owner, *self.args, *args, **{**self.keywords, **keywords})
