"""Python's textwrap."""


def dedent(text):
    lines = text.split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    margin = min(margins, default=0)
    return "\n".join(line[margin:] if line.strip() else "" for line in lines)


def indent(text, prefix):
    return "".join(prefix + line if line.strip() else line for line in text.splitlines(True))


def wrap(text, width=70, **settings):
    lines = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def fill(text, width=70, **settings):
    return "\n".join(wrap(text, width))


def shorten(text, width, placeholder=" [...]", **settings):
    text = " ".join(text.split())
    return text if len(text) <= width else wrap(text, width - len(placeholder))[0] + placeholder
