"""Python's io. Files are kept in memory, and last as long as the run."""

_files = {}
_folders = {"/"}


class _Buffer:
    """What has been written, as one piece; a text or bytes."""

    def __init__(self, initial=None, name=None, mode="r+", at=0):
        self._all = self._empty if initial is None else initial
        self._at, self.name, self.mode, self.closed = at, name, mode, False
        self._saved = None

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def read(self, size=-1):
        self._check()
        end = len(self._all) if size is None or size < 0 else self._at + size
        part = self._all[self._at : end]
        self._at += len(part)
        return part

    def readline(self):
        found = self._all.find(self._newline, self._at)
        return self.read(-1 if found < 0 else found + 1 - self._at)

    def readlines(self):
        return list(self)

    def write(self, part):
        self._check()
        if not isinstance(part, type(self._empty)):
            raise TypeError(f"write() argument must be {type(self._empty).__name__}, not {type(part).__name__}")
        self._all = self._all[: self._at] + part + self._all[self._at + len(part) :]
        self._at += len(part)
        return len(part)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def getvalue(self):
        return self._all

    def seek(self, offset, whence=0):
        self._at = offset + (0, self._at, len(self._all))[whence]
        return self._at

    def tell(self):
        return self._at

    def truncate(self, size=None):
        self._all = self._all[: self._at if size is None else size]

    def flush(self):
        if self.name is not None and self.mode[0] != "r":
            _files[self.name] = self._all

    def close(self):
        self.flush()
        self.closed = True

    def __iter__(self):
        line = self.readline()
        while line:
            yield line
            line = self.readline()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


class StringIO(_Buffer):
    _empty, _newline = "", "\n"


class BytesIO(_Buffer):
    _empty, _newline = b"", b"\n"

    getbuffer = _Buffer.getvalue


def _key(path):
    return _joined(str(path))


def _joined(path):
    parts = []
    for part in path.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in ("", ".", ".."):
            parts.append(part)
    return "/" + "/".join(parts)


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
    kind, key = BytesIO if "b" in mode else StringIO, _key(file)
    if mode[0] == "r" and key not in _files:
        raise FileNotFoundError(
            f"[Errno 2] No such file or directory: '{file}' (a page has no files but those that the program has written itself)"
        )
    if mode[0] == "x" and key in _files:
        raise FileExistsError(f"[Errno 17] File exists: '{file}'")
    kept = None if mode[0] == "w" else _files.get(key)
    if isinstance(kept, str) and kind is BytesIO:
        kept = kept.encode()
    elif isinstance(kept, bytes) and kind is StringIO:
        kept = kept.decode()
    saved = None if kept is None or isinstance(kept, (str, bytes)) else kept
    made = kind(kind._empty if saved is not None else kept, key, mode, len(kept) if mode[0] == "a" and kept else 0)
    made._saved = saved
    made.flush()
    return made
