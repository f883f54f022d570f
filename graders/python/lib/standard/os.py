"""Python's os, where there are no files: names of them, and no environment."""

environ = {}
sep = "/"


def getenv(name, default=None):
    return environ.get(name, default)


def getcwd():
    return "/"


def cpu_count():
    return 1


class path:
    @staticmethod
    def join(*parts):
        joined = ""
        for part in parts:
            joined = part if part.startswith("/") or not joined else joined.rstrip("/") + "/" + part
        return joined

    @staticmethod
    def basename(name):
        return name.split("/")[-1]

    @staticmethod
    def dirname(name):
        return "/".join(name.split("/")[:-1])

    @staticmethod
    def splitext(name):
        base = name.split("/")[-1]
        dot = base.rfind(".")
        return (name, "") if dot <= 0 else (name[: len(name) - len(base) + dot], base[dot:])

    @staticmethod
    def exists(name):
        return False

    isfile = isdir = exists
