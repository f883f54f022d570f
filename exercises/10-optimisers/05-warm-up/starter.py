def rates(peak, warmup, total):
    """The rate of each step."""
    return [peak] * total
