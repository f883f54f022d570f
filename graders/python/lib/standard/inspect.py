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


class _Empty:
    pass


class Parameter:
    empty = _Empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)

    def __init__(self, name, kind, *, default=_Empty, annotation=_Empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def __str__(self):
        stars = {self.VAR_POSITIONAL: "*", self.VAR_KEYWORD: "**"}.get(self.kind, "")
        has_type = self.annotation is not _Empty
        note = f": {_named(self.annotation)}" if has_type else ""
        equals = " = " if has_type else "="
        return f"{stars}{self.name}{note}{'' if self.default is _Empty else equals + repr(self.default)}"

    def __repr__(self):
        return f'<Parameter "{self}">'


def _named(kind):
    if isinstance(kind, type):
        return kind.__name__
    return repr(kind)


class Signature:
    empty = _Empty

    def __init__(self, parameters, return_annotation=_Empty):
        self.parameters = {one.name: one for one in parameters}
        self.return_annotation = return_annotation

    def __str__(self):
        texts, kinds = [], [one.kind for one in self.parameters.values()]
        for k, one in enumerate(self.parameters.values()):
            starts_names = one.kind == Parameter.KEYWORD_ONLY and Parameter.KEYWORD_ONLY not in kinds[:k]
            if starts_names and Parameter.VAR_POSITIONAL not in kinds:
                texts.append("*")
            texts.append(str(one))
        given = "" if self.return_annotation is _Empty else f" -> {_named(self.return_annotation)}"
        return f"({', '.join(texts)}){given}"

    def __repr__(self):
        return f"<Signature {self}>"


def signature(callable):
    if isinstance(callable, type):
        return Signature(list(signature(callable.__init__).parameters.values())[1:])
    if hasattr(callable, "__func__"):
        return Signature(list(signature(callable.__func__).parameters.values())[1:])
    if not hasattr(callable, "__code__"):
        return Signature(list(signature(type(callable).__call__).parameters.values())[1:])
    code, notes = callable.__code__, getattr(callable, "__annotations__", None) or {}
    names, count, named = code.co_varnames, code.co_argcount, code.co_kwonlyargcount
    defaults, by_name = callable.__defaults__ or (), callable.__kwdefaults__ or {}
    by_place = dict(zip(names[count - len(defaults) : count], defaults))

    def one(name, kind):
        default = {**by_place, **by_name}.get(name, _Empty) if kind in (1, 3) else _Empty
        return Parameter(name, kind, default=default, annotation=notes.get(name, _Empty))

    rest = list(names[count + named :])
    made = [one(name, Parameter.POSITIONAL_OR_KEYWORD) for name in names[:count]]
    if code.co_flags & 4:
        made.append(one(rest.pop(0), Parameter.VAR_POSITIONAL))
    made += [one(name, Parameter.KEYWORD_ONLY) for name in names[count : count + named]]
    if code.co_flags & 8:
        made.append(one(rest.pop(0), Parameter.VAR_KEYWORD))
    return Signature(made, notes.get("return", _Empty))
