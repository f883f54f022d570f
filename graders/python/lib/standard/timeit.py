"""Python's timeit: how long code takes."""

from time import perf_counter

default_timer = perf_counter


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self._names = {} if globals is None else globals
        self._run, self._prepare = self._function(stmt), self._function(setup)

    def _function(self, code):
        return code if callable(code) else lambda: exec(code, self._names)

    def timeit(self, number=1000000):
        self._prepare()
        start = perf_counter()
        for _ in range(number):
            self._run()
        return perf_counter() - start

    def repeat(self, repeat=5, number=1000000):
        return [self.timeit(number) for _ in range(repeat)]


def timeit(stmt="pass", setup="pass", timer=default_timer, number=1000000, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=5, number=1000000, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
