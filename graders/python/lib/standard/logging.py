"""Python's logging: to where prints go."""

DEBUG, INFO, WARNING, ERROR, CRITICAL = 10, 20, 30, 40, 50
_names = {10: "DEBUG", 20: "INFO", 30: "WARNING", 40: "ERROR", 50: "CRITICAL"}
_form = "%(levelname)s:%(name)s:%(message)s"


class Logger:
    def __init__(self, name, level=0):
        self.name, self.level, self.handlers, self.propagate = name, level, [], True

    def setLevel(self, level):
        self.level = level

    def getEffectiveLevel(self):
        return self.level or root.level

    def isEnabledFor(self, level):
        return level >= self.getEffectiveLevel()

    def addHandler(self, handler):
        self.handlers.append(handler)

    def log(self, level, message, *args, **settings):
        if not self.isEnabledFor(level):
            return
        text = str(message) % args if args else str(message)
        print(_form % {"levelname": _names.get(level, f"Level {level}"), "name": self.name, "message": text, "asctime": _now()})

    def debug(self, message, *args, **settings):
        self.log(DEBUG, message, *args)

    def info(self, message, *args, **settings):
        self.log(INFO, message, *args)

    def warning(self, message, *args, **settings):
        self.log(WARNING, message, *args)

    def error(self, message, *args, **settings):
        self.log(ERROR, message, *args)

    exception = error

    def critical(self, message, *args, **settings):
        self.log(CRITICAL, message, *args)


def _now():
    import time

    return time.strftime("%Y-%m-%d %H:%M:%S,000")


class StreamHandler:
    def __init__(self, stream=None):
        pass

    def setLevel(self, level):
        pass

    setFormatter = addFilter = setLevel


FileHandler = NullHandler = Formatter = StreamHandler
root = Logger("root", WARNING)
_loggers = {}


def getLogger(name=None):
    if not name:
        return root
    if name not in _loggers:
        _loggers[name] = Logger(name)
    return _loggers[name]


def basicConfig(level=None, format=None, **settings):
    global _form
    _form = format or _form
    if level is not None:
        root.setLevel(globals()[level] if isinstance(level, str) else level)


def disable(level=CRITICAL):
    root.setLevel(level + 1)


debug, info, warning, error = root.debug, root.info, root.warning, root.error
exception, critical, log = root.exception, root.critical, root.log
