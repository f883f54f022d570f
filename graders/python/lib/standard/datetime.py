"""Python's datetime: days and times, without time zones."""

import time as _time


class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        self._seconds = (days + 7 * weeks) * 86400 + hours * 3600 + minutes * 60 + seconds + milliseconds / 1e3 + microseconds / 1e6

    days = property(lambda self: int(self._seconds // 86400))
    seconds = property(lambda self: int(self._seconds % 86400))
    microseconds = property(lambda self: round(self._seconds % 1 * 1e6))

    def total_seconds(self):
        return float(self._seconds)

    def __add__(self, other):
        return timedelta(seconds=self._seconds + other._seconds) if isinstance(other, timedelta) else NotImplemented

    def __sub__(self, other):
        return timedelta(seconds=self._seconds - other._seconds)

    def __mul__(self, number):
        return timedelta(seconds=self._seconds * number)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._seconds / other._seconds if isinstance(other, timedelta) else timedelta(seconds=self._seconds / other)

    def __eq__(self, other):
        return isinstance(other, timedelta) and self._seconds == other._seconds

    def __lt__(self, other):
        return self._seconds < other._seconds

    def __hash__(self):
        return hash(self._seconds)

    def __str__(self):
        days, rest = self.days, self.seconds
        text = f"{rest // 3600}:{rest // 60 % 60:02d}:{rest % 60:02d}"
        if self.microseconds:
            text += f".{self.microseconds:06d}"
        return f"{days} day{'' if abs(days) == 1 else 's'}, {text}" if days else text

    def __repr__(self):
        parts = [f"{name}={getattr(self, name)}" for name in ("days", "seconds", "microseconds") if getattr(self, name)]
        return f"datetime.timedelta({', '.join(parts) or '0'})"


class _Moment:
    def __eq__(self, other):
        return isinstance(other, _Moment) and self.timestamp() == other.timestamp()

    def __lt__(self, other):
        return self.timestamp() < other.timestamp()

    def __hash__(self):
        return hash(self.timestamp())

    def __add__(self, delta):
        return type(self).fromtimestamp(self.timestamp() + delta.total_seconds())

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + other * -1
        return timedelta(seconds=self.timestamp() - other.timestamp())

    def timestamp(self):
        return _time.mktime(self.timetuple()) + getattr(self, "microsecond", 0) / 1e6

    def timetuple(self):
        return _time.gmtime(_time.mktime((self.year, self.month, self.day, *self._clock(), 0, 0, 0)))

    def strftime(self, form):
        form = form.replace("%f", f"{getattr(self, 'microsecond', 0):06d}")
        return _time.strftime(form, self.timetuple())

    __format__ = lambda self, form: self.strftime(form) if form else str(self)

    def weekday(self):
        return self.timetuple()[6]


class date(_Moment):
    def __init__(self, year, month, day):
        self.year, self.month, self.day = year, month, day

    def _clock(self):
        return 0, 0, 0

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, seconds):
        return cls(*_time.gmtime(seconds)[:3])

    def isoformat(self):
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    __str__ = isoformat

    def __repr__(self):
        return f"datetime.date({self.year}, {self.month}, {self.day})"


class datetime(_Moment):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0):
        self.year, self.month, self.day = year, month, day
        self.hour, self.minute, self.second, self.microsecond = hour, minute, second, microsecond

    def _clock(self):
        return self.hour, self.minute, self.second

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time())

    today = utcnow = now

    @classmethod
    def fromtimestamp(cls, seconds):
        return cls(*_time.gmtime(seconds)[:6], round(seconds % 1 * 1e6) % 1_000_000)

    def date(self):
        return date(self.year, self.month, self.day)

    def isoformat(self, sep="T"):
        text = f"{self.year:04d}-{self.month:02d}-{self.day:02d}{sep}{self.hour:02d}:{self.minute:02d}:{self.second:02d}"
        return f"{text}.{self.microsecond:06d}" if self.microsecond else text

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        parts = [self.year, self.month, self.day, self.hour, self.minute, *([self.second] if self.second or self.microsecond else [])]
        return f"datetime.datetime({', '.join(map(str, parts + ([self.microsecond] if self.microsecond else [])))})"
