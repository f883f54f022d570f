"""Python's time: what a clock says."""

import _engine
from math import floor


def time():
    return _engine.milliseconds(True) / 1000


def perf_counter():
    return _engine.milliseconds(False) / 1000


monotonic = process_time = thread_time = perf_counter


def time_ns():
    return int(time() * 1e9)


def perf_counter_ns():
    return int(perf_counter() * 1e9)


monotonic_ns = process_time_ns = perf_counter_ns


def sleep(seconds):
    """There is nothing else to do meanwhile: it looks at the clock until the time is over."""
    until = perf_counter() + float(seconds)
    while perf_counter() < until:
        pass


_days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_months = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class struct_time(tuple):
    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])


def _date(days):
    """The year, month and day of so many days after 1 January 1970."""
    days += 719468
    era, day = divmod(days, 146097)
    of_era = (day - day // 1460 + day // 36524 - day // 146096) // 365
    of_year = day - (365 * of_era + of_era // 4 - of_era // 100)
    month = (5 * of_year + 2) // 153
    year = of_era + era * 400 + (month >= 10)
    return year, month + 3 if month < 10 else month - 9, of_year - (153 * month + 2) // 5 + 1


def _days_before(year, month, day):
    year -= month <= 2
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return year * 365 + year // 4 - year // 100 + year // 400 + of_year - 719468


def gmtime(seconds=None):
    seconds = floor(time() if seconds is None else seconds)
    days, rest = divmod(seconds, 86400)
    year, month, day = _date(days)
    of_year = days - _days_before(year, 1, 1) + 1
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, of_year, 0))


localtime = gmtime


def mktime(parts):
    return float(_days_before(*parts[:3]) * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5])


def strftime(form, parts=None):
    year, month, day, hour, minute, second, weekday, of_year = (gmtime() if parts is None else parts)[:8]
    two = lambda number: f"{number:02d}"
    texts = {"Y": str(year), "m": two(month), "d": two(day), "H": two(hour), "M": two(minute), "S": two(second)}
    texts |= {"y": two(year % 100), "I": two((hour + 11) % 12 + 1), "p": "AM" if hour < 12 else "PM", "j": f"{of_year:03d}"}
    texts |= {"A": _days[weekday], "a": _days[weekday][:3], "B": _months[month - 1], "b": _months[month - 1][:3]}
    texts |= {"%": "%", "Z": "UTC", "z": "+0000", "e": f"{day:2d}", "f": "000000"}
    texts |= {"F": f"{texts['Y']}-{texts['m']}-{texts['d']}", "T": f"{texts['H']}:{texts['M']}:{texts['S']}"}
    texts["c"] = f"{texts['a']} {texts['b']} {texts['e']} {texts['T']} {texts['Y']}"
    parts = form.split("%")
    text, k = parts[0], 1
    while k < len(parts):
        if parts[k] == "":
            text += "%" + (parts[k + 1] if k + 1 < len(parts) else "")
            k += 2
        else:
            text += texts.get(parts[k][0], "%" + parts[k][0]) + parts[k][1:]
            k += 1
    return text


def asctime(parts=None):
    return strftime("%c", parts)


def ctime(seconds=None):
    return asctime(gmtime(seconds))
