"""Python's numbers: kinds of numbers."""


class _NumberMeta(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls._known)


class Number(metaclass=_NumberMeta):
    _known = (int, float, complex)


class Complex(Number):
    pass


class Real(Complex):
    _known = (int, float)


class Rational(Real):
    _known = (int,)


class Integral(Rational):
    pass
