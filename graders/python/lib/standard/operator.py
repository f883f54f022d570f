"""Python's operator: its operators as functions."""


def add(a, b):
    return a + b


def sub(a, b):
    return a - b


def mul(a, b):
    return a * b


def truediv(a, b):
    return a / b


def matmul(a, b):
    return a @ b


def neg(a):
    return -a


def lt(a, b):
    return a < b


def gt(a, b):
    return a > b


def eq(a, b):
    return a == b


def getitem(a, b):
    return a[b]


def itemgetter(*keys):
    return lambda value: value[keys[0]] if len(keys) == 1 else tuple(value[key] for key in keys)


def attrgetter(*names):
    def get(value):
        found = []
        for name in names:
            part = value
            for step in name.split("."):
                part = getattr(part, step)
            found.append(part)
        return found[0] if len(found) == 1 else tuple(found)

    return get


def methodcaller(name, *args, **kwargs):
    return lambda value: getattr(value, name)(*args, **kwargs)
