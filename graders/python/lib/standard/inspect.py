"""Python's inspect: what kind of thing something is."""

isclass = lambda value: isinstance(value, type)
isfunction = lambda value: type(value).__name__ == "function"
ismethod = lambda value: type(value).__name__ == "method"
ismodule = lambda value: type(value).__name__ == "module"


def getsource(value):
    raise OSError("could not get source code")


def getdoc(value):
    return value.__doc__


def getmembers(value, predicate=None):
    pairs = [(name, getattr(value, name)) for name in sorted(dir(value))]
    return [pair for pair in pairs if predicate is None or predicate(pair[1])]
