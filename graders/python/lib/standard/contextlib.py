"""Python's contextlib: what a `with` may hold."""


class _Generated:
    def __init__(self, generator):
        self._generator = generator

    def __enter__(self):
        return next(self._generator)

    def __exit__(self, kind, error, trace):
        if kind is None:
            next(self._generator, None)
            return False
        try:
            self._generator.throw(error)
        except StopIteration:
            return True
        except BaseException as thrown:
            if thrown is error:
                return False
            raise
        return True

    def __call__(self, function):
        raise TypeError("a context manager is used once here: write `with` inside of the function")


def contextmanager(function):
    def make(*args, **kwargs):
        return _Generated(function(*args, **kwargs))

    make.__name__, make.__doc__ = function.__name__, function.__doc__
    return make


class suppress:
    def __init__(self, *kinds):
        self._kinds = kinds

    def __enter__(self):
        pass

    def __exit__(self, kind, error, trace):
        return kind is not None and issubclass(kind, self._kinds)


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *error):
        pass


class ExitStack:
    def __init__(self):
        self._exits = []

    def enter_context(self, manager):
        value = manager.__enter__()
        self._exits.append(manager.__exit__)
        return value

    def callback(self, function, *args, **kwargs):
        self._exits.append(lambda *error: function(*args, **kwargs) and None)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        while self._exits:
            self._exits.pop()(*error)
