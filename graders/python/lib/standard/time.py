"""Python's time: what a clock says."""

import _engine


def time():
    return _engine.milliseconds(True) / 1000


def perf_counter():
    return _engine.milliseconds(False) / 1000


monotonic = process_time = perf_counter
