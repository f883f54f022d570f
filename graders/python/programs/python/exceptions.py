import torch


class ShapeError(ValueError):
    def __init__(self, shape, expected):
        super().__init__(f"got {tuple(shape)}, expected {expected}")
        self.shape = shape


def check(x, expected):
    if x.shape != torch.Size(expected):
        raise ShapeError(x.shape, expected)
    return x


try:
    check(torch.ones(2, 3), (3, 2))
except ShapeError as error:
    print(error, error.shape, isinstance(error, ValueError), error.args)
else:
    print("no")
finally:
    print("finally")
try:
    try:
        torch.ones(2) @ torch.ones(3)
    except RuntimeError as error:
        raise ValueError("outer") from error
except ValueError as error:
    print(error, "|", error.__cause__)
for bad in [lambda: 1 / 0, lambda: {}["k"], lambda: [][1], lambda: int("x"), lambda: None.foo, lambda: undefined, lambda: "a" + 1, lambda: (1, 2)[5], lambda: len(5), lambda: [1] + (2,)]:
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
try:
    assert torch.ones(1).item() == 2, "not two"
except AssertionError as error:
    print("AssertionError", error)


def f(a, b, *, c=1):
    pass


for call in [lambda: f(), lambda: f(1, 2, 3), lambda: f(1, 2, d=3)]:
    try:
        call()
    except TypeError as error:
        print(error)
try:
    x = torch.ones(2)
    x.no_such_method()
except AttributeError as error:
    print(error)
try:
    import no_such_module
except ModuleNotFoundError as error:
    print(error)
try:
    a, b = torch.ones(3)
except ValueError as error:
    print(error)
check(torch.ones(1), (2,))
