"""Python's os, where files are kept in memory (io.py), and no other program can be started."""

import io

environ = {}
sep = "/"
linesep = "\n"
name = "posix"


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def getcwd():
    return "/"


def chdir(folder):
    pass


def getpid():
    return 1


def cpu_count():
    return 1


def system(command):
    raise OSError("no other program can be started from a page")


popen = system


def urandom(size):
    import random

    return bytes(random.getrandbits(8) for _ in range(size))


def makedirs(folder, mode=0o777, exist_ok=False):
    key = io._key(folder)
    if key in io._folders and not exist_ok:
        raise FileExistsError(f"[Errno 17] File exists: '{folder}'")
    io._folders.add(key)


mkdir = makedirs


def _missing(file):
    return FileNotFoundError(f"[Errno 2] No such file or directory: '{file}'")


def remove(file):
    if io._key(file) not in io._files:
        raise _missing(file)
    del io._files[io._key(file)]


unlink = remove


def rename(old, new):
    if io._key(old) not in io._files:
        raise _missing(old)
    io._files[io._key(new)] = io._files.pop(io._key(old))


replace = rename


def rmdir(folder):
    io._folders.discard(io._key(folder))


def listdir(folder="."):
    start = io._key(folder).rstrip("/") + "/"
    inside = [one[len(start) :].split("/")[0] for one in (*io._files, *io._folders) if one.startswith(start)]
    if not inside and start != "/" and not path.isdir(folder):
        raise _missing(folder)
    return sorted({one for one in inside if one})


def walk(top):
    names = listdir(top)
    folders = [one for one in names if path.isdir(path.join(top, one))]
    yield top, folders, [one for one in names if one not in folders]
    for folder in folders:
        yield from walk(path.join(top, folder))


def fspath(file):
    return str(file)


class path:
    sep = "/"

    @staticmethod
    def join(*parts):
        joined = ""
        for part in map(str, parts):
            joined = part if part.startswith("/") or not joined else joined.rstrip("/") + "/" + part
        return joined

    @staticmethod
    def basename(file):
        return str(file).split("/")[-1]

    @staticmethod
    def dirname(file):
        return "/".join(str(file).split("/")[:-1])

    @staticmethod
    def split(file):
        return path.dirname(file), path.basename(file)

    @staticmethod
    def splitext(file):
        file = str(file)
        base = file.split("/")[-1]
        dot = base.rfind(".")
        return (file, "") if dot <= 0 else (file[: len(file) - len(base) + dot], base[dot:])

    @staticmethod
    def abspath(file):
        return io._key(file)

    realpath = normpath = abspath

    @staticmethod
    def expanduser(file):
        return str(file).replace("~", "", 1)

    @staticmethod
    def isfile(file):
        return io._key(file) in io._files

    @staticmethod
    def isdir(file):
        key = io._key(file)
        return key in io._folders or any(one.startswith(key.rstrip("/") + "/") for one in io._files)

    @staticmethod
    def exists(file):
        return path.isfile(file) or path.isdir(file)

    @staticmethod
    def getsize(file):
        if not path.isfile(file):
            raise _missing(file)
        kept = io._files[io._key(file)]
        return len(kept) if isinstance(kept, (str, bytes)) else kept.size()
