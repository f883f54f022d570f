"""Python's random numbers: after the same seed, the same as Python's own."""

import _random
from math import cos, log, pi, sin, sqrt


class Random:
    def __init__(self, seed=None):
        self._source = _random.twister()
        self._spare = None
        self.seed(seed)

    def seed(self, a=None):
        self._spare = None
        _random.seed_by_words(self._source, [0 if a is None else abs(int(a))])

    def random(self):
        return _random.float(self._source, "double")

    def getrandbits(self, k):
        return _random.bits(self._source, k)

    def _below(self, n):
        k = n.bit_length()
        value = self.getrandbits(k)
        while value >= n:
            value = self.getrandbits(k)
        return value

    def randrange(self, start, stop=None, step=1):
        if stop is None:
            start, stop = 0, start
        count = len(range(start, stop, step))
        if count == 0:
            raise ValueError(f"empty range in randrange({start}, {stop})")
        return start + step * self._below(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, items):
        if not len(items):
            raise IndexError("Cannot choose from an empty sequence")
        return items[self._below(len(items))]

    def shuffle(self, items):
        for i in reversed(range(1, len(items))):
            j = self._below(i + 1)
            items[i], items[j] = items[j], items[i]

    def sample(self, population, k):
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        # A list for a large share of the items, a set of indices for a few of many.
        limit = 21
        if k > 5:
            limit += 4 ** _ceil_log4(k * 3)
        if n <= limit:
            pool = list(population)
            result = []
            for i in range(k):
                j = self._below(n - i)
                result.append(pool[j])
                pool[j] = pool[n - i - 1]
            return result
        chosen = []
        while len(chosen) < k:
            j = self._below(n)
            if j not in chosen:
                chosen.append(j)
        return [population[j] for j in chosen]

    def choices(self, population, weights=None, *, k=1):
        n = len(population)
        if weights is None:
            return [population[int(self.random() * n)] for _ in range(k)]
        sums = []
        for weight in weights:
            sums.append(weight + (sums[-1] if sums else 0))
        total = sums[-1] + 0.0
        result = []
        for _ in range(k):
            drawn = self.random() * total
            place = 0
            while place < n - 1 and drawn >= sums[place]:
                place += 1
            result.append(population[place])
        return result

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def gauss(self, mu=0.0, sigma=1.0):
        z, self._spare = self._spare, None
        if z is None:
            angle = self.random() * 2 * pi
            length = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * length
            self._spare = sin(angle) * length
        return mu + z * sigma

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            u = self.random()
            v = 1.0 - self.random()
            z = 1.7155277699214135 * (u - 0.5) / v
            if z * z / 4.0 <= -log(v):
                return mu + z * sigma

    def expovariate(self, lambd=1.0):
        return -log(1.0 - self.random()) / lambd


def _ceil_log4(value):
    power = 0
    while 4**power < value:
        power += 1
    return power


_state = Random()

for _name in (
    "seed", "random", "getrandbits", "randrange", "randint", "choice", "shuffle", "sample", "choices", "uniform",
    "gauss", "normalvariate", "expovariate",
):
    globals()[_name] = getattr(_state, _name)
