"""Python's sys: facts of this place."""

from _sys import exc_info, modules, stderr, stdout

argv = ["main.py"]
version = "3.13.0"
version_info = (3, 13, 0, "final", 0)
platform = "browser"
byteorder = "little"
maxsize = 2**63 - 1
path = []


class float_info:
    max = 1.7976931348623157e308
    min = 2.2250738585072014e-308
    epsilon = 2.220446049250313e-16


def getsizeof(value):
    return 64


def getrecursionlimit():
    return 1000


def setrecursionlimit(limit):
    pass


executable = "python"
float_repr_style = "short"


class _Input:
    def readline(self, *size):
        return input()

    read = readline

    def __iter__(self):
        return self

    def __next__(self):
        return input()

    def isatty(self):
        return False


stdin = _Input()


def exit(status=None):
    raise SystemExit(status)
