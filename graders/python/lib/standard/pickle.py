"""Python's pickle, as far as a file or buffer in memory goes: it keeps a copy of the object."""

from copy import deepcopy

HIGHEST_PROTOCOL = DEFAULT_PROTOCOL = 5


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


class _Kept:
    """An object in the place of a file's bytes."""

    def __init__(self, value):
        self.value = value

    def size(self):
        return 64


def _keep(value, file):
    import io

    file._saved = _Kept(value)
    file._all = bytes(64) if isinstance(file, io.BytesIO) else ""
    file._at = len(file._all)
    if file.name is not None:
        file.flush = lambda: io._files.__setitem__(file.name, file._saved)


def _kept(file):
    if file._saved is None:
        raise UnpicklingError("this file was not written by pickle.dump or torch.save in this run")
    return file._saved.value


def dump(value, file, protocol=None):
    _keep(deepcopy(value), file)


def load(file, **settings):
    return deepcopy(_kept(file))


def dumps(value, protocol=None):
    raise PicklingError("objects cannot be turned into bytes here: pickle.dump keeps them in a file or buffer")
