"""Python's functools: functions of functions."""


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
        function.__doc__ = wrapped.__doc__
        function.__wrapped__ = wrapped
        return function

    return decorate


def cache(function):
    known = {}

    def cached(*args, **kwargs):
        key = (args, tuple(kwargs.items()))
        if key not in known:
            known[key] = function(*args, **kwargs)
        return known[key]

    cached.cache_clear = known.clear
    return wraps(function)(cached)


def lru_cache(maxsize=128, typed=False):
    return cache(maxsize) if callable(maxsize) else cache


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
