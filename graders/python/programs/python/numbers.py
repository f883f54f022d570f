"""Every operator on every pair of numbers, every format, and the functions of `math`."""

import math

values = [True, False, 0, 3, -2, 2**70, -(10**20), 0.0, -0.0, 2.0, 0.5, -1.5, 1e300, math.inf, math.nan]
operators = ["+", "-", "*", "/", "//", "%", "<", "<=", "==", "!=", "&", "|", "^", ">>"]


def outcome(compute, *args):
    try:
        return repr(compute(*args))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for sign in operators:
    compute = eval(f"lambda a, b: a {sign} b")
    print(sign)
    for a in values:
        print("  ", repr(a), *(outcome(compute, a, b) for b in values), sep=" | ")
for base in (True, 0, 3, -2, 2.0, -1.5, 0.1, 2**70):
    print("**", *(outcome(lambda a, b: a**b, base, power) for power in (0, 1, 2, 3, -1, -2, 0.5, 1.37, -2.5, True)))
for value in values:
    print(value, *(outcome(f, value) for f in (abs, int, float, bool, round, math.floor, math.ceil, math.trunc, hex)))
    print("round", *(outcome(round, value, places) for places in (2, 0, -1)))
    print("divmod", *(outcome(divmod, value, by) for by in (2, -1, 0.5, True)))
    for spec in ("", "d", "5", "<8", "^8", "+", "05d", ".2f", "8.3f", "+.1e", "g", ".3g", "%", ".1%", ",", "_", "x", "b", "08.2f", ",.2f", ".3", "#x", "s"):
        print(spec, outcome(format, value, spec)[:60], end=" | ")
    print()
    print(*(outcome(lambda text: text % (value,), text)[:60] for text in ("%d", "%5.2f", "%s", "%r", "%g", "%.3e", "%x", "%03d", "%+d", "%-6s|")))
for a, b in ((None, 1), ([1], 2.0), ("a", 1), ((1,), [2]), ({1}, 2), ({}, []), (1, "a"), (1.5, None)):
    print(*(outcome(eval(f"lambda a, b: a {sign} b"), a, b) for sign in ("+", "-", "*", "|", "<", "**")), sep="\n")
    augmented = {"a": a, "b": b}
    try:
        exec("a += b", augmented)
    except TypeError as error:
        print(error)
print((1,) * -1, [1, 2] * 2, 2 * (3,), "ab" * True, [0] * 0, sum([0.1] * 3), sum([True, 0.5, 2]), -0, -True, ~True, not 0.0)
correct = 0
correct += (2.0 > 1.0) * 0.5
correct += True
print(correct, True + True, True & False, True | 2, 7 // 2 * 1.0, 1_000_000, 1e16, 1e-5, 123456789.123456789, 1e22, 5e-324, 0.1 + 0.2)
for x in (0.1, 0.5, 1.0, 2.5, 3.0, 10.0):
    functions = (math.exp, math.log, math.sin, math.cos, math.tan, math.atan, math.tanh, math.sqrt, math.log2)
    print(*(f(x) for f in functions), x**0.3, x**-1.7, x**3)
print(math.log(8, 2), math.log(2**200), math.hypot(3, 4), math.dist([1, 2], [4, 6]), math.prod([2, 0.5, 3]), math.fsum([0.1] * 10))
print(math.gcd(12, 18, 30), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.isqrt(10**30), math.modf(-2.5), math.frexp(10.0), math.ldexp(0.5, 4))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.degrees(math.pi), math.radians(180), math.nextafter(1, 2), math.ulp(1.0))
for call in ("math.sqrt(-1)", "math.log(0)", "math.exp(1000)", "math.sqrt('4')", "math.factorial(-1)", "math.acos(2)", "math.floor('a')", "math.sqrt(1, 2)", "math.pow(0, -1)", "2.0 ** 5000", "10 ** 400 * 1.0", "1 << -1"):
    print(call, outcome(eval, call))
print("%s and %d%% of %-5s|%5.1f|%c|%(x)s" .replace("%(x)s", "") % ("a", 50.7, "b", 2.25, "c"), "%(a)05.1f" % {"a": 3.14159}, "%*d" % (5, 42), "%.2s" % "abc")
print(f"{1234567.891:,.2f} {1234567:_} {255:#06x} {3.0} {1e10} {0.00001} {12:>5}|{'x':^5}|{True:d} {2.5:.0f} {3.5:.0f} {0.125:.2f} {1e-7:.3g}")
