"""Python's types."""


class SimpleNamespace:
    def __init__(self, **values):
        self.__dict__.update(values)

    def __repr__(self):
        return f"namespace({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def __eq__(self, other):
        return isinstance(other, SimpleNamespace) and vars(self) == vars(other)


FunctionType = LambdaType = type(lambda: None)
GeneratorType = type(one for one in ())
MethodType = type(SimpleNamespace().__repr__)
ModuleType = type(__import__("math"))
NoneType = type(None)
