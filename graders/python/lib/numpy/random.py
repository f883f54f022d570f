"""NumPy's random numbers: after the same seed, the same as NumPy's own."""

import math

import _random
import numpy as np


def _count(size):
    count = 1
    for length in _shape(size):
        count *= length
    return count


def _shape(size):
    if size is None:
        return ()
    return tuple(size) if hasattr(size, "__iter__") else (size,)


class _Sampler:
    """What both kinds of generators have. `_double` draws from [0, 1)."""

    def _floats(self, kind, size, low=0.0, scale=1.0):
        if size is None:
            return low + scale * _random.float(self._source, kind)
        drawn = _random.floats(self._source, kind, _count(size)).numpy().reshape(*_shape(size))
        return low + scale * drawn if low != 0 or scale != 1 else drawn

    def uniform(self, low=0.0, high=1.0, size=None):
        return self._floats("double", size, low, high - low)

    def normal(self, loc=0.0, scale=1.0, size=None):
        if scale < 0:
            raise ValueError("scale < 0")
        return self._floats("normal", size, loc, scale)

    def standard_normal(self, size=None):
        return self._floats("normal", size)

    def exponential(self, scale=1.0, size=None):
        return self._floats("exponential", size, 0.0, scale)

    def binomial(self, n, p, size=None):
        return self._counts(lambda: _binomial(self, n, p), size)

    def poisson(self, lam=1.0, size=None):
        return self._counts(lambda: _poisson(self, lam), size)

    def _counts(self, draw, size):
        if size is None:
            return draw()
        return np.array([draw() for _ in range(_count(size))], dtype="int64").reshape(*_shape(size))

    def _whole(self, low, high, size, dtype):
        if high is None:
            low, high = 0, low
        if low >= high:
            raise ValueError("high <= 0" if low == 0 else "low >= high")
        if size is None:
            drawn = low + _random.up_to(self._source, high - low - 1)
            return np.int64(drawn) if isinstance(self, Generator) else drawn
        drawn = _random.whole_numbers(self._source, low, high - low - 1, _count(size)).numpy()
        return drawn.reshape(*_shape(size)).astype(dtype)

    def shuffle(self, items):
        order = _random.order(self._source, len(items))
        if isinstance(items, np.ndarray):
            items[:] = items[order]
        else:
            items[:] = [items[k] for k in order]

    def permutation(self, items):
        order = _random.order(self._source, items if isinstance(items, int) else len(items))
        return np.array(order) if isinstance(items, int) else np.asarray(items)[order]

    def choice(self, a, size=None, replace=True, p=None):
        items = None if isinstance(a, int) else _items(a)
        total = a if items is None else len(items)
        count = _count(size)
        if p is not None:
            picked = self._weighted(np.asarray(p, dtype="float64"), count, replace)
        elif replace:
            picked = _random.whole_numbers(self._source, 0, total - 1, count).numpy()
        elif count > total:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        else:
            picked = np.array(self._some(total, count), dtype="int64")
        if size is None:
            return int(picked[0]) if items is None else items[int(picked[0])]
        picked = picked.reshape(*_shape(size))
        if isinstance(items, list):
            return [items[place] for place in picked.ravel().tolist()]
        return picked if items is None else items[picked]

    def _weighted(self, weights, count, replace):
        if abs(weights.sum() - 1) > 1e-8:
            raise ValueError("probabilities do not sum to 1")
        if replace:
            return _places(weights, _random.floats(self._source, "double", count).numpy())
        found = []
        while len(found) < count:
            drawn = _random.floats(self._source, "double", count - len(found)).numpy()
            if found:
                weights = weights.copy()
                weights[found] = 0
            for place in _places(weights, drawn).tolist():
                if place not in found:
                    found.append(place)
        return np.array(found)


def _items(values):
    """Texts and other things that no array holds here are picked from a list."""
    plain = isinstance(values, (list, tuple)) and any(isinstance(value, str) for value in values)
    return list(values) if plain else np.asarray(values)


def _places(weights, drawn):
    sums = np.cumsum(weights)
    return np.searchsorted(sums / sums[-1], drawn, side="right")


def _drawn(sampler):
    return _random.float(sampler._source, "double")


def _binomial(sampler, n, p):
    if p > 0.5:
        return n - _binomial(sampler, n, 1 - p)
    if n * p > 30:
        raise NotImplementedError("binomial() is here for n * p up to 30: draw with torch.binomial")
    none = math.exp(n * math.log1p(-p)) if p < 1 else 0.0
    most = min(n, int(n * p + 10 * math.sqrt(n * p * (1 - p) + 1)))
    count, share, left = 0, none, _drawn(sampler)
    while left > share:
        count += 1
        if count > most:
            count, share, left = 0, none, _drawn(sampler)
        else:
            left -= share
            share = (n - count + 1) * p * share / (count * (1 - p))
    return count


def _poisson(sampler, lam):
    if lam >= 10:
        raise NotImplementedError("poisson() is here for means below 10: draw with torch.poisson")
    count, product, limit = 0, _drawn(sampler), math.exp(-lam)
    while product > limit:
        count += 1
        product *= _drawn(sampler)
    return count


class RandomState(_Sampler):
    def __init__(self, seed=None):
        self._source = _random.twister()
        self.seed(seed)

    def seed(self, seed=None):
        if seed is None:
            seed = 0
        if hasattr(seed, "__iter__"):
            _random.seed_by_words(self._source, [int(value) for value in seed])
        elif not 0 <= seed < 2**32:
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        else:
            _random.seed(self._source, int(seed))

    def rand(self, *shape):
        return self._floats("double", shape or None)

    def randn(self, *shape):
        return self._floats("normal", shape or None)

    def random(self, size=None):
        return self._floats("double", size)

    random_sample = ranf = sample = random

    def randint(self, low, high=None, size=None, dtype="int64"):
        return self._whole(low, high, size, dtype)

    def _some(self, total, count):
        return _random.order(self._source, total)[:count]


class Generator(_Sampler):
    def __init__(self, seed):
        self._source = _random.pcg(seed)

    def random(self, size=None, dtype="float64"):
        drawn = self._floats("single" if np.dtype(dtype).name == "float32" else "double", size)
        return drawn if size is None else drawn.astype(dtype)

    def integers(self, low, high=None, size=None, dtype="int64", endpoint=False):
        if endpoint:
            low, high = (0, low + 1) if high is None else (low, high + 1)
        return self._whole(low, high, size, dtype)

    def exponential(self, scale=1.0, size=None):
        raise NotImplementedError("of the generators here only np.random.seed's has exponential(): take -np.log(rng.random())")

    def _some(self, total, count):
        return _random.some(self._source, total, count)

    def permuted(self, items):
        return self.permutation(items)

    def __repr__(self):
        return f"Generator(PCG64) at 0x{id(self):X}"


def default_rng(seed=None):
    return seed if isinstance(seed, Generator) else Generator(0 if seed is None else seed)


_state = RandomState(None)

for _name in (
    "seed", "rand", "randn", "random", "random_sample", "ranf", "sample", "randint", "uniform", "normal",
    "standard_normal", "exponential", "shuffle", "permutation", "choice", "binomial", "poisson",
):
    globals()[_name] = getattr(_state, _name)
