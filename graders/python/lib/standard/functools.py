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
        function.__doc__ = wrapped.__doc__
        return function

    return decorate


def cache(function):
    known = {}

    def cached(*args):
        if args not in known:
            known[args] = function(*args)
        return known[args]

    return cached


def lru_cache(maxsize=128):
    return cache(maxsize) if callable(maxsize) else cache
