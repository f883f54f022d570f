"""Python's pathlib, on files in memory."""

import io
import os


class PurePath:
    def __init__(self, *parts):
        self._text = os.path.join(*map(str, parts)) or "." if parts else "."

    def __truediv__(self, other):
        return type(self)(self._text, str(other))

    def __rtruediv__(self, other):
        return type(self)(str(other), self._text)

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"PosixPath({self._text!r})"

    def __eq__(self, other):
        return isinstance(other, PurePath) and self._text == other._text

    def __lt__(self, other):
        return self._text < other._text

    def __hash__(self):
        return hash(self._text)

    __fspath__ = as_posix = __str__

    name = property(lambda self: os.path.basename(self._text))
    suffix = property(lambda self: os.path.splitext(self.name)[1])
    stem = property(lambda self: os.path.splitext(self.name)[0])
    parent = property(lambda self: type(self)(os.path.dirname(self._text) or "."))
    parts = property(lambda self: tuple(part for part in self._text.split("/") if part))

    def with_suffix(self, suffix):
        return type(self)(os.path.splitext(self._text)[0] + suffix)

    def with_name(self, name):
        return self.parent / name

    def joinpath(self, *others):
        return type(self)(self._text, *others)


class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls("/")

    home = cwd

    def exists(self):
        return os.path.exists(self)

    def is_file(self):
        return os.path.isfile(self)

    def is_dir(self):
        return os.path.isdir(self)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        os.makedirs(self, exist_ok=exist_ok)

    def open(self, mode="r", **settings):
        return io.open(self, mode, **settings)

    def read_text(self, encoding=None):
        return self.open().read()

    def read_bytes(self):
        return self.open("rb").read()

    def write_text(self, text, encoding=None):
        with self.open("w") as file:
            return file.write(text)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def unlink(self, missing_ok=False):
        if self.exists() or not missing_ok:
            os.remove(self)

    def iterdir(self):
        return iter([self / name for name in os.listdir(self)])

    def glob(self, pattern):
        from glob import _matches

        return iter([one for one in self.iterdir() if _matches(one.name, pattern)])

    def resolve(self):
        return type(self)(io._key(self))

    absolute = resolve


PosixPath = Path
