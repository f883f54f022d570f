"""Python's glob, on files in memory."""

import io
import re


def _matches(name, pattern):
    form = re.escape(pattern).replace(r"\*\*", ".*").replace(r"\*", "[^/]*").replace(r"\?", "[^/]")
    return re.fullmatch(form, name) is not None


def glob(pathname, recursive=False):
    names = sorted({*io._files, *io._folders} - {"/"})
    if pathname.startswith("/"):
        return [one for one in names if _matches(one, pathname)]
    return [one[1:] for one in names if _matches(one[1:], pathname)]


iglob = glob
