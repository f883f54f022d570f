"""Python's abc: classes with methods that those derived from them have to write."""


class ABCMeta(type):
    pass


def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function


abstractproperty = abstractmethod


def _is_abstract(value):
    value = getattr(value, "fget", None) or getattr(value, "__func__", None) or value
    return getattr(value, "__isabstractmethod__", False)


class ABC:
    def __new__(cls, *args, **kwargs):
        names = {name for type_ in cls.__mro__ for name in type_.__dict__}
        missing = sorted(name for name in names if not name.startswith("__") and _is_abstract(getattr(cls, name, None)))
        if missing:
            ending = "s" if len(missing) > 1 else ""
            listed = ", ".join(missing)
            raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract method{ending} {listed}")
        return object.__new__(cls)
