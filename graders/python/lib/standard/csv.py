"""Python's csv: tables as texts, with commas."""


class Error(Exception):
    pass


def reader(lines, delimiter=",", quotechar='"', skipinitialspace=False):
    rest = ""
    for line in lines:
        rest += line
        if rest.count(quotechar) % 2:
            continue
        yield _cells(rest.rstrip("\r\n"), delimiter, quotechar, skipinitialspace)
        rest = ""


def _cells(line, delimiter, quote, skips):
    cells, cell, quoted, at = [], "", False, 0
    while at < len(line):
        letter = line[at]
        if quoted and letter == quote and line[at + 1 : at + 2] == quote:
            cell += quote
            at += 1
        elif letter == quote and (quoted or cell == ""):
            quoted = not quoted
        elif letter == delimiter and not quoted:
            cells.append(cell)
            cell = ""
        elif not (skips and cell == "" and letter == " "):
            cell += letter
        at += 1
    return [*cells, cell] if line else []


class DictReader:
    def __init__(self, lines, fieldnames=None, **settings):
        self._rows = reader(lines, **settings)
        self.fieldnames = next(self._rows, None) if fieldnames is None else fieldnames

    def __iter__(self):
        return self

    def __next__(self):
        row = next(self._rows)
        while not row:
            row = next(self._rows)
        return dict(zip(self.fieldnames, row))


class writer:
    def __init__(self, file, delimiter=",", quotechar='"', lineterminator="\r\n"):
        self._file, self._settings = file, (delimiter, quotechar, lineterminator)

    def writerow(self, row):
        delimiter, quote, ending = self._settings
        texts = ["" if cell is None else str(cell) for cell in row]
        special = (delimiter, quote, "\n", "\r")
        shown = [
            quote + text.replace(quote, quote * 2) + quote if any(one in text for one in special) else text
            for text in texts
        ]
        return self._file.write(delimiter.join(shown) + ending)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


class DictWriter:
    def __init__(self, file, fieldnames, **settings):
        self.fieldnames, self.writer = list(fieldnames), writer(file, **settings)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def writerow(self, row):
        return self.writer.writerow([row.get(name, "") for name in self.fieldnames])

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)
