"""Python's contextlib: what a `with` may hold."""


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None


class ContextDecorator:
    """A manager that may also stand above a function, which then runs within it."""

    def _recreate_cm(self):
        return self

    def __call__(self, function):
        def within(*args, **kwargs):
            with self._recreate_cm():
                return function(*args, **kwargs)

        within.__name__, within.__doc__ = function.__name__, function.__doc__
        return within


class _Generated(ContextDecorator):
    def __init__(self, start):
        self._start = start
        self._generator = start()

    def _recreate_cm(self):
        return _Generated(self._start)

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


def contextmanager(function):
    def make(*args, **kwargs):
        return _Generated(lambda: function(*args, **kwargs))

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


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *error):
        self.thing.close()


class redirect_stdout:
    """What is printed goes elsewhere."""

    def __init__(self, target):
        self._target = target

    def __enter__(self):
        import sys

        self._before, sys.stdout = sys.stdout, self._target
        return self._target

    def __exit__(self, *error):
        import sys

        sys.stdout = self._before


class redirect_stderr(redirect_stdout):
    def __enter__(self):
        return self._target

    def __exit__(self, *error):
        pass


class ExitStack:
    def __init__(self):
        self._exits = []

    def enter_context(self, manager):
        value = manager.__enter__()
        self._exits.append(manager.__exit__)
        return value

    def push(self, exit):
        self._exits.append(exit.__exit__ if hasattr(exit, "__exit__") else exit)
        return exit

    def callback(self, function, *args, **kwargs):
        def run(*error):
            function(*args, **kwargs)

        self._exits.append(run)
        return function

    def close(self):
        self.__exit__(None, None, None)

    def pop_all(self):
        moved = ExitStack()
        moved._exits, self._exits = self._exits, []
        return moved

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        came = error
        while self._exits:
            try:
                if self._exits.pop()(type(error) if error else None, error, trace):
                    error = None
            except BaseException as thrown:
                error = thrown
        if error is not None and error is not came:
            raise error
        return came is not None and error is None
