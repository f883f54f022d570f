"""Python's re, on the regular expressions of JavaScript."""

import _engine

I = IGNORECASE = 2
M = MULTILINE = 8
S = DOTALL = 16
ASCII = UNICODE = VERBOSE = 0


class Match:
    def __init__(self, found):
        self._start, self._groups, self._names = found

    def group(self, *which):
        found = [self._groups[self._names[one] if isinstance(one, str) else one] for one in which or (0,)]
        return found[0] if len(found) == 1 else tuple(found)

    def groups(self, default=None):
        return tuple(default if one is None else one for one in self._groups[1:])

    def groupdict(self):
        return {name: self._groups[place] for name, place in self._names.items()}

    def start(self):
        return self._start

    def end(self):
        return self._start + len(self._groups[0])

    def span(self):
        return self.start(), self.end()

    def __getitem__(self, which):
        return self.group(which)

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self._groups[0]!r}>"


class Pattern:
    def __init__(self, pattern, flags):
        self.pattern, self.flags = pattern, flags

    def _matches(self, text, form="{}"):
        return [Match(found) for found in _engine.regex(form.replace("{}", self.pattern), self.flags, text)]

    def finditer(self, text):
        return iter(self._matches(text))

    def findall(self, text):
        return [
            one.groups("") if len(one.groups()) > 1 else one.groups("")[0] if one.groups() else one.group()
            for one in self._matches(text)
        ]

    def search(self, text):
        return next(self.finditer(text), None)

    def match(self, text):
        return next((one for one in self._matches(text, "(?:{})") if one.start() == 0), None)

    def fullmatch(self, text):
        return next((one for one in self._matches(text, "^(?:{})$") if one.group() == text), None)

    def sub(self, replacement, text, count=0):
        parts, at = [], 0
        for k, one in enumerate(self._matches(text)):
            if count and k >= count:
                break
            parts += [text[at : one.start()], replacement(one) if callable(replacement) else _filled(replacement, one)]
            at = one.end()
        return "".join(parts) + text[at:]

    def split(self, text, maxsplit=0):
        parts, at = [], 0
        for k, one in enumerate(self._matches(text)):
            if maxsplit and k >= maxsplit:
                break
            parts += [text[at : one.start()], *one.groups()]
            at = one.end()
        return [*parts, text[at:]]


def _filled(template, match):
    return Pattern(r"\\(?:(\d)|g<(\w+)>)", 0).sub(
        lambda one: match.group(int(one[1]) if one[1] else int(one[2]) if one[2].isdigit() else one[2]), template
    ) if "\\" in template else template


def compile(pattern, flags=0):
    return pattern if isinstance(pattern, Pattern) else Pattern(pattern, flags)


def search(pattern, text, flags=0):
    return compile(pattern, flags).search(text)


def match(pattern, text, flags=0):
    return compile(pattern, flags).match(text)


def fullmatch(pattern, text, flags=0):
    return compile(pattern, flags).fullmatch(text)


def findall(pattern, text, flags=0):
    return compile(pattern, flags).findall(text)


def finditer(pattern, text, flags=0):
    return compile(pattern, flags).finditer(text)


def sub(pattern, replacement, text, count=0, flags=0):
    return compile(pattern, flags).sub(replacement, text, count)


def split(pattern, text, maxsplit=0, flags=0):
    return compile(pattern, flags).split(text, maxsplit)


def escape(text):
    return "".join("\\" + char if char in r".^$*+?{}[]\|()-&#~" else char for char in text)
