"""Python's itertools: ways through items."""


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(items):
    items = list(items)
    while items:
        yield from items


def repeat(item, times=None):
    while times is None or times > 0:
        yield item
        times = None if times is None else times - 1


class chain:
    def __init__(self, *iterables):
        self._items = chain._all(iterables)

    @staticmethod
    def _all(iterables):
        for iterable in iterables:
            yield from iterable

    @staticmethod
    def from_iterable(iterables):
        return chain._all(iterables)

    def __iter__(self):
        return self._items

    def __next__(self):
        return next(self._items)


def islice(items, *bounds):
    start, stop, step = (0, bounds[0], 1) if len(bounds) == 1 else (*bounds, 1)[:3]
    k, iterator = 0, iter(items)
    while stop is None or k < stop:
        try:
            item = next(iterator)
        except StopIteration:
            return
        if k >= start and (k - start) % step == 0:
            yield item
        k += 1


def accumulate(items, func=None, *, initial=None):
    function = func or (lambda a, b: a + b)
    total, first = initial, initial is None
    if not first:
        yield total
    for item in items:
        total, first = (item if first else function(total, item)), False
        yield total


def pairwise(items):
    items = list(items)
    return zip(items, items[1:])


def product(*iterables, repeat=1):
    rows = [()]
    for pool in [list(iterable) for iterable in iterables] * repeat:
        rows = [(*row, item) for row in rows for item in pool]
    return iter(rows)


def combinations(items, r):
    pool = list(items)
    if r == 0:
        yield ()
        return
    for k, item in enumerate(pool):
        for rest in combinations(pool[k + 1 :], r - 1):
            yield (item, *rest)


def permutations(items, r=None):
    pool = list(items)
    r = len(pool) if r is None else r
    if r == 0:
        yield ()
        return
    for k, item in enumerate(pool):
        for rest in permutations(pool[:k] + pool[k + 1 :], r - 1):
            yield (item, *rest)


def zip_longest(*iterables, fillvalue=None):
    columns = [list(iterable) for iterable in iterables]
    for k in range(max(map(len, columns), default=0)):
        yield tuple(column[k] if k < len(column) else fillvalue for column in columns)


def groupby(items, key=None):
    group, name, first = [], None, True
    for item in items:
        own = item if key is None else key(item)
        if not first and own != name:
            yield name, iter(group)
            group = []
        name, first = own, False
        group.append(item)
    if not first:
        yield name, iter(group)


def starmap(function, rows):
    for row in rows:
        yield function(*row)


def takewhile(predicate, items):
    for item in items:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate, items):
    dropping = True
    for item in items:
        dropping = dropping and predicate(item)
        if not dropping:
            yield item


def filterfalse(predicate, items):
    return (item for item in items if not (item if predicate is None else predicate(item)))


def compress(items, selectors):
    return (item for item, chosen in zip(items, selectors) if chosen)


def tee(items, n=2):
    kept = list(items)
    return tuple(iter(kept) for _ in range(n))


def combinations_with_replacement(items, r):
    pool = list(items)
    if r == 0:
        yield ()
        return
    for k, item in enumerate(pool):
        for rest in combinations_with_replacement(pool[k:], r - 1):
            yield (item, *rest)
