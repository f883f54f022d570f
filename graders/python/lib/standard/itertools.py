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


def chain(*iterables):
    for iterable in iterables:
        yield from iterable


def islice(items, *bounds):
    start, stop, step = (0, bounds[0], 1) if len(bounds) == 1 else (*bounds, 1)[:3]
    for k, item in enumerate(items):
        if stop is not None and k >= stop:
            return
        if k >= start and (k - start) % step == 0:
            yield item


def accumulate(items, function=lambda a, b: a + b):
    total, first = None, True
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
