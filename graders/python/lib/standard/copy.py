"""Python's copy: values and what they hold."""


_plain = (type(None), bool, int, float, complex, str, bytes, range, frozenset)


def copy(value):
    if isinstance(value, _plain):
        return value
    if isinstance(value, (list, dict, set)):
        return value.copy()
    if hasattr(value, "__copy__"):
        return value.__copy__()
    return _like(value, value.__dict__) if hasattr(value, "__dict__") else value


def deepcopy(value, memo=None):
    memo = {} if memo is None else memo
    known = memo.get(id(value))
    if known is not None:
        return known
    made = _deep(value, memo)
    memo[id(value)] = made
    return made


def _deep(value, memo):
    if isinstance(value, _plain):
        return value
    if isinstance(value, dict):
        return type(value)((deepcopy(key, memo), deepcopy(item, memo)) for key, item in value.items())
    if isinstance(value, (list, set)):
        return type(value)(deepcopy(item, memo) for item in value)
    if type(value) is tuple:
        return tuple(deepcopy(item, memo) for item in value)
    if hasattr(value, "__deepcopy__"):
        return value.__deepcopy__(memo)
    if isinstance(value, type) or callable(value) or not hasattr(value, "__dict__"):
        return value
    return _like(value, deepcopy(value.__dict__, memo))


def _like(value, attributes):
    made = object.__new__(type(value))
    made.__dict__.update(attributes)
    return made
