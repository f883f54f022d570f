"""Python's unicodedata, as far as JavaScript knows the characters."""

import _engine


def normalize(form, text):
    return _engine.normalize(form, text)


def category(char):
    return _engine.category(char)


def combining(char):
    return 230 if category(char) == "Mn" else 0
