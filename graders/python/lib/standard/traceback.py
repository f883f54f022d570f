"""Python's traceback."""

import _engine
import sys


def format_exc(limit=None, chain=True):
    error = sys.exc_info()[1]
    return "NoneType: None\n" if error is None else _engine.traceback_of(error).rstrip("\n") + "\n"


def print_exc(limit=None, file=None, chain=True):
    print(format_exc(), end="")


def format_exception_only(kind, value=None):
    error = kind if value is None else value
    return [f"{type(error).__name__}: {error}\n"]
