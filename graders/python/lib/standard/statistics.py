"""Python's statistics."""

from math import sqrt


class StatisticsError(ValueError):
    pass


def _listed(data, least=1):
    values = list(data)
    if len(values) < least:
        raise StatisticsError("mean requires at least one data point" if least == 1 else "variance requires at least two data points")
    return values


def mean(data):
    values = _listed(data)
    total = sum(values) / len(values)
    return int(total) if all(isinstance(one, int) for one in values) and total == int(total) else total


def fmean(data):
    values = _listed(data)
    return float(sum(values)) / len(values)


def median(data):
    values = sorted(_listed(data))
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def mode(data):
    values = _listed(data)
    return max(dict.fromkeys(values), key=values.count)


def pvariance(data, mu=None):
    values = _listed(data)
    mu = sum(values) / len(values) if mu is None else mu
    return sum((one - mu) ** 2 for one in values) / len(values)


def variance(data, xbar=None):
    values = _listed(data, 2)
    return pvariance(values, xbar) * len(values) / (len(values) - 1)


def pstdev(data, mu=None):
    return sqrt(pvariance(data, mu))


def stdev(data, xbar=None):
    return sqrt(variance(data, xbar))
