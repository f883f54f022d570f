"""Python's json: plain values as text and back."""


class JSONDecodeError(ValueError):
    pass


_escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}
_marks = {'"': '"', "\\": "\\", "/": "/", "n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def _quoted(text, ascii):
    parts = []
    for char in text:
        plain = " " <= char and (not ascii or char <= "~")
        parts.append(_escapes.get(char) or (char if plain else f"\\u{ord(char):04x}"))
    return '"' + "".join(parts) + '"'


def dumps(value, *, indent=None, sort_keys=False, separators=None, default=None, ensure_ascii=True, **rest):
    comma, colon = separators or ("," if indent is not None else ", ", ": ")
    step = " " * indent if isinstance(indent, int) else indent or ""

    def block(opening, closing, parts, level):
        if not parts:
            return opening + closing
        if indent is None:
            return opening + comma.join(parts) + closing
        inner = "\n" + step * (level + 1)
        return opening + inner + (comma + inner).join(parts) + "\n" + step * level + closing

    def text(value, level):
        if value is None:
            return "null"
        if value is True or value is False:
            return "true" if value else "false"
        if isinstance(value, str):
            return _quoted(value, ensure_ascii)
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, float):
            return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}.get(str(value)) or float.__repr__(value)
        if isinstance(value, dict):
            items = sorted(value.items()) if sort_keys else value.items()
            pairs = [
                (text(key, 0) if isinstance(key, str) else '"' + text(key, 0) + '"') + colon + text(item, level + 1)
                for key, item in items
            ]
            return block("{", "}", pairs, level)
        if isinstance(value, (list, tuple)):
            return block("[", "]", [text(item, level + 1) for item in value], level)
        if default is not None:
            return text(default(value), level)
        raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")

    return text(value, 0)


class _Reader:
    def __init__(self, text):
        self.text, self.at = text, 0

    def fail(self, what="Expecting value"):
        lines = self.text[: self.at].split("\n")
        raise JSONDecodeError(f"{what}: line {len(lines)} column {len(lines[-1]) + 1} (char {self.at})")

    def skip(self):
        while self.at < len(self.text) and self.text[self.at] in " \t\r\n":
            self.at += 1

    def takes(self, mark):
        self.skip()
        if self.text[self.at : self.at + len(mark)] != mark:
            return False
        self.at += len(mark)
        return True

    def value(self):
        self.skip()
        for mark, meaning in (("null", None), ("true", True), ("false", False), ("NaN", float("nan")), ("Infinity", float("inf"))):
            if self.takes(mark):
                return meaning
        if self.takes("["):
            return self.items("]", self.value)
        if self.takes("{"):
            return dict(self.items("}", self.pair))
        if self.takes('"'):
            return self.string()
        return self.number()

    def items(self, closing, read):
        found = []
        if self.takes(closing):
            return found
        while True:
            found.append(read())
            if self.takes(closing):
                return found
            if not self.takes(","):
                self.fail("Expecting ',' delimiter")

    def pair(self):
        if not self.takes('"'):
            self.fail("Expecting property name enclosed in double quotes")
        key = self.string()
        if not self.takes(":"):
            self.fail("Expecting ':' delimiter")
        return key, self.value()

    def string(self):
        parts = []
        while self.at < len(self.text):
            char = self.text[self.at]
            self.at += 1
            if char == '"':
                return "".join(parts)
            if char == "\\":
                mark = self.text[self.at]
                self.at += 1
                if mark == "u":
                    char = chr(int(self.text[self.at : self.at + 4], 16))
                    self.at += 4
                else:
                    char = _marks[mark]
            parts.append(char)
        self.fail("Unterminated string starting at")

    def number(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in "+-0123456789.eE":
            self.at += 1
        digits = self.text[start : self.at]
        self.at = self.at if digits else start
        if not digits:
            self.fail()
        return float(digits) if any(mark in digits for mark in ".eE") else int(digits)


def loads(text, **rest):
    reader = _Reader(text)
    value = reader.value()
    reader.skip()
    if reader.at < len(text):
        reader.fail("Extra data")
    return value
