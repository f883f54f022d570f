"""Python's pprint: nested values, in lines of at most 80 characters."""


def pformat(value, indent=1, width=80, **settings):
    return _lines(value, 0, width)


def _lines(value, column, width):
    text = repr(value)
    if len(text) + column <= width or not isinstance(value, (dict, list, tuple)) or not value:
        return text
    if isinstance(value, dict):
        items = [f"{key!r}: " + _lines(item, column + len(repr(key)) + 3, width) for key, item in _ordered(value)]
        opening, closing = "{}"
    else:
        items = [_lines(item, column + 1, width) for item in value]
        opening, closing = "[]" if isinstance(value, list) else "()"
    return opening + (",\n" + " " * (column + 1)).join(items) + closing


def _ordered(value):
    try:
        return sorted(value.items())
    except TypeError:
        return value.items()


def pprint(value, *args, **settings):
    print(pformat(value, **settings))


pp = pprint
