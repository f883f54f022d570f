"""Python's os.path."""

from os import path

abspath, basename, dirname, exists, expanduser = path.abspath, path.basename, path.dirname, path.exists, path.expanduser
getsize, isdir, isfile, join, split, splitext = path.getsize, path.isdir, path.isfile, path.join, path.split, path.splitext
