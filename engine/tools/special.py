"""Writes engine/devices/cpu/special-tables.ts: Chebyshev fits of the special functions, computed with mpmath.

Each table holds the coefficients of one smooth function on [-1, 1]; special.ts says what it is multiplied with.
Run: python engine/tools/special.py
"""

import pathlib

from mpmath import cos, erf, erfc, erfinv, exp, findroot, log, loggamma, mp, mpf, pi, sqrt

mp.dps = 60


def chebyshev(function, count):
    """The first `count` coefficients of the function's Chebyshev series on [-1, 1], by sampling at the nodes."""
    nodes = 4 * count
    angles = [pi * (k + mpf(1) / 2) / nodes for k in range(nodes)]
    values = [function(cos(angle)) for angle in angles]
    coefficients = []
    for order in range(count):
        total = sum(value * cos(order * angle) for value, angle in zip(values, angles))
        coefficients.append(total * (1 if order == 0 else 2) / nodes)
    return coefficients


def between(low, high):
    """Maps [-1, 1] to [low, high]."""
    low, high = mpf(low), mpf(high)
    return lambda t: (high - low) / 2 * t + (high + low) / 2


def erf_over_x(t):
    square = between(0, 1)(t)
    x = sqrt(square)
    return erf(x) / x if x else 2 / sqrt(pi)


def scaled_erfc(t):
    # t = (x - 3) / (x + 3) takes [1, 28] to [-0.5, 0.806]; outside of it the function is as smooth.
    if t == 1:
        return mpf(0)
    x = 3 * (1 + t) / (1 - t)
    return (1 + 2 * x) * exp(x * x) * erfc(x)


def erfinv_centre(t):
    # For |y| <= 0.75 (y^2 <= 0.5625), over y.
    y = sqrt(between(0, '0.5625')(t))
    return erfinv(y) / y if y else sqrt(pi) / 2


def inverse_erfc(q):
    return findroot(lambda x: log(erfc(x)) - log(q), sqrt(-log(q)) * mpf('0.9'))


def erfinv_tail(t):
    # s = sqrt(-log(1 - |y|)) from 1.17 (|y| = 0.75) to 6.1 (the last double below 1).
    s = between('1.17', '6.1')(t)
    return inverse_erfc(exp(-s * s))


def lgamma_between(t):
    x = between(1, 2)(t)
    return loggamma(x) / ((x - 1) * (x - 2))


tables = {
    'erfOverX': (erf_over_x, 14, 'erf(x) / x in x², for x² from 0 to 1'),
    'scaledErfc': (scaled_erfc, 30, '(1 + 2x) exp(x²) erfc(x) in (x - 3) / (x + 3), for x >= 1'),
    'erfinvCentre': (erfinv_centre, 9, 'erfinv(y) / y in y², for y² from 0 to 0.5625: a first guess'),
    'erfinvTail': (erfinv_tail, 9, 'erfinv(y) in sqrt(-log(1 - y)) from 1.17 to 6.1: a first guess'),
    'lgammaBetween': (lgamma_between, 22, 'lgamma(x) / ((x - 1) (x - 2)), for x from 1 to 2'),
}

lines = ['/** Chebyshev coefficients of special functions, written by engine/tools/special.py. Do not edit. */', '']
for name, (function, count, meaning) in tables.items():
    coefficients = chebyshev(function, count)
    print(name, 'last', mp.nstr(coefficients[-1], 3))
    lines.append(f'/** {meaning} */')
    lines.append(f'export const {name}: readonly number[] = [')
    lines += [f'  {float(value)!r},' for value in coefficients]
    lines += ['];', '']
target = pathlib.Path(__file__).parent.parent / 'devices' / 'cpu' / 'special-tables.ts'
target.write_text('\n'.join(lines[:-1]) + '\n')
