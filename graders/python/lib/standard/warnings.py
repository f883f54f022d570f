"""Python's warnings. They go where errors are written, which is not shown here."""


def warn(message, category=None, stacklevel=1, **rest):
    pass


def filterwarnings(action, *args, **kwargs):
    pass


simplefilter = filterwarnings


class catch_warnings:
    def __init__(self, record=False):
        pass

    def __enter__(self):
        return []

    def __exit__(self, *error):
        pass
