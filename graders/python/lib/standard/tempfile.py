"""Python's tempfile, on files in memory."""

import io
import os

_count = 0


def gettempdir():
    return "/tmp"


def mkdtemp(suffix="", prefix="tmp", dir=None):
    global _count
    _count += 1
    name = f"{dir or gettempdir()}/{prefix}{_count}{suffix}"
    os.makedirs(name)
    return name


class TemporaryDirectory:
    def __init__(self, suffix="", prefix="tmp", dir=None):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, *error):
        self.cleanup()

    def cleanup(self):
        for name in os.listdir(self.name):
            os.remove(os.path.join(self.name, name))
        os.rmdir(self.name)


def NamedTemporaryFile(mode="w+b", suffix="", prefix="tmp", dir=None, delete=True):
    return io.open(mkdtemp("", prefix, dir) + "/file" + suffix, mode)


TemporaryFile = NamedTemporaryFile
