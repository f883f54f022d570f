"""Curves, points, bars, level lines and images, drawn where the code's output is shown. `show` sends what was drawn."""

import _engine

_DOTS = "o.,x+*sdD^v<>"


class _Axes:
    """One picture: what is drawn in it, and what is written around it."""

    def __init__(self):
        self._marks = []
        self._texts = {}

    def plot(self, *args, label=None, marker=None, linestyle=None, **style):
        for x, y, form in _curves(args):
            form = form if form is not None else (marker or "") + ("-" if linestyle is None else linestyle)
            has_line = "-" in form or ":" in form
            has_dots = any(sign in form for sign in _DOTS)
            if has_line or not has_dots:
                self._mark("line", x, y, label)
            if has_dots:
                self._mark("points", x, y, None if has_line else label)

    def semilogy(self, *args, **settings):
        self.plot(*args, **settings)
        self.set_yscale("log")

    def semilogx(self, *args, **settings):
        self.plot(*args, **settings)
        self.set_xscale("log")

    def loglog(self, *args, **settings):
        self.semilogx(*args, **settings)
        self.set_yscale("log")

    def scatter(self, x, y, s=None, c=None, label=None, **style):
        groups = None if c is None or isinstance(c, str) else _groups(c)
        self._mark("points", x, y, label, groups=groups)

    def bar(self, x, height, width=0.8, label=None, **style):
        places = list(x)
        if places and isinstance(places[0], str):
            places = range(len(places))
        self._mark("bars", places, height, label, widths=[width / 0.8] * len(places))

    def hist(self, values, bins=10, label=None, density=False, **style):
        data = _numbers(values)
        edges = _edges(data, bins)
        counts = [0] * (len(edges) - 1)
        for value in data:
            for k in range(len(counts)):
                is_last = k == len(counts) - 1
                if edges[k] <= value and (value < edges[k + 1] or is_last and value == edges[k + 1]):
                    counts[k] += 1
                    break
        widths = [high - low for low, high in zip(edges, edges[1:])]
        if density:
            counts = [count / (sum(counts) * width) for count, width in zip(counts, widths)]
        middles = [(low + high) / 2 for low, high in zip(edges, edges[1:])]
        self._mark("bars", middles, counts, label, widths=[width / 0.8 for width in widths])
        return counts, edges, None

    def imshow(self, image, cmap=None, **style):
        rows = _rows(image)
        values = [value for row in rows for value in row]
        self._marks.append({"kind": "image", "columns": len(rows[0]), "rows": len(rows), "values": values})

    matshow = imshow

    def contour(self, *args, levels=10, **style):
        """Level lines of z; of x, y and z; x and y as vectors or as meshgrid makes them."""
        *places, z = args[:-1] if len(args) in (2, 4) else args
        if len(args) in (2, 4):
            levels = args[-1]
        rows = _rows(z)
        x = _ends(places[0], len(rows[0]), along=1) if places else [0, len(rows[0]) - 1]
        y = _ends(places[1], len(rows), along=0) if places else [0, len(rows) - 1]
        values = [value for row in rows for value in row]
        if isinstance(levels, int):
            low, high = min(values), max(values)
            levels = [low + (high - low) * (k + 1) / (levels + 1) for k in range(levels)]
        mark = {"kind": "field", "x": x, "y": y, "columns": len(rows[0]), "rows": len(rows)}
        self._marks.append({**mark, "values": values, "levels": _numbers(levels)})

    contourf = contour

    def axhline(self, y=0, label=None, **style):
        self._marks.append({"kind": "level", "along": "y", "at": float(y), "label": label})

    def axvline(self, x=0, label=None, **style):
        self._marks.append({"kind": "level", "along": "x", "at": float(x), "label": label})

    def _mark(self, kind, x, y, label, **more):
        x, y = _numbers(x), _numbers(y)
        if len(x) != len(y):
            raise ValueError(f"x and y must have same first dimension, but have shapes ({len(x)},) and ({len(y)},)")
        self._marks.append({"kind": kind, "x": x, "y": y, "label": label, **more})

    def set_title(self, text, **style):
        self._texts["title"] = str(text)

    def set_xlabel(self, text, **style):
        self._texts["xlabel"] = str(text)

    def set_ylabel(self, text, **style):
        self._texts["ylabel"] = str(text)

    def set_yscale(self, scale):
        self._texts["yscale"] = scale if scale == "log" else None

    def set_xscale(self, scale):
        self._texts["xscale"] = scale if scale == "log" else None

    def set_xlim(self, left, right=None):
        self._texts["xlim"] = _numbers(left if right is None else (left, right))

    def set_ylim(self, bottom, top=None):
        self._texts["ylim"] = _numbers(bottom if top is None else (bottom, top))

    def legend(self, *args, **style):
        names = list(args[0]) if args else []
        for mark, name in zip(self._marks, names):
            mark["label"] = str(name)
        self._texts["legend"] = True

    def grid(self, *args, **style):
        pass

    def set_aspect(self, *args, **style):
        pass

    def axis(self, setting=None):
        if setting == "off":
            self._texts["axis"] = "off"

    def set_axis_off(self):
        self.axis("off")

    def _picture(self):
        return {"kind": "chart", "marks": self._marks, **self._texts}


class _Figure:
    def __init__(self, axes):
        self.axes = axes

    def suptitle(self, text, **style):
        self.axes[0].set_title(text)

    def tight_layout(self):
        pass

    def colorbar(self, *args, **style):
        pass


def _numbers(values):
    """Plain numbers, of a tensor, an array or a list."""
    if hasattr(values, "detach"):
        values = values.detach()
    items = values.tolist() if hasattr(values, "tolist") else list(values)
    return [float(item) for item in (items if isinstance(items, list) else [items])]


def _rows(values):
    """A matrix as lists of numbers."""
    rows = values.tolist() if hasattr(values, "tolist") else values
    if not rows or not hasattr(rows[0], "__len__"):
        raise TypeError(f"Invalid shape ({len(rows)},) for image data")
    return [_numbers(row) for row in rows]


def _ends(places, count, along):
    """The first and the last of the places along an axis."""
    items = places.tolist() if hasattr(places, "tolist") else list(places)
    if isinstance(items[0], list):
        items = items[0] if along == 1 else [row[0] for row in items]
    if len(items) != count:
        raise TypeError(f"Length of x and y must match the shape of z: {len(items)} is not {count}")
    return [float(items[0]), float(items[-1])]


def _edges(data, bins):
    if not isinstance(bins, int):
        return _numbers(bins)
    low, high = (min(data), max(data)) if data else (0.0, 1.0)
    if low == high:
        low, high = low - 0.5, high + 0.5
    return [low + (high - low) * k / bins for k in range(bins)] + [high]


def _groups(values):
    """Which of several colours each point has: by the order of its value among all."""
    items = values.tolist() if hasattr(values, "tolist") else list(values)
    known = sorted(set(items))
    return [known.index(item) for item in items]


def _curves(args):
    """`plot`'s arguments: y, or x and y, each with a format or without one."""
    args = list(args)
    while args:
        first = args.pop(0)
        second = args.pop(0) if args and not isinstance(args[0], str) else None
        form = args.pop(0) if args and isinstance(args[0], str) else None
        y = first if second is None else second
        yield (range(len(y)) if second is None else first), y, form


_current = []


def gca():
    if not _current:
        _current.append(_Axes())
    return _current[-1]


def figure(*args, **style):
    show()
    return _Figure([gca()])


def gcf():
    return _Figure([gca()])


def subplots(nrows=1, ncols=1, **style):
    show()
    made = [[_Axes() for _ in range(ncols)] for _ in range(nrows)]
    flat = [axes for row in made for axes in row]
    _current.extend(flat)
    figure = _Figure(flat)
    if nrows == ncols == 1:
        return figure, flat[0]
    return figure, flat if 1 in (nrows, ncols) else made


def subplot(*args):
    """The next picture: each stands for itself here."""
    if gca()._marks:
        _current.append(_Axes())
    return gca()


def show(*args, **settings):
    for axes in _current:
        if axes._marks:
            _engine.show(axes._picture())
    _current.clear()


def savefig(*args, **settings):
    raise OSError("there are no files here: show() draws the picture below the code")


def close(*args):
    _current.clear()


def _on_current(name):
    def call(*args, **settings):
        return getattr(gca(), name)(*args, **settings)

    return call


for _name in ("plot semilogx semilogy loglog scatter bar hist imshow matshow contour contourf axhline axvline").split():
    globals()[_name] = _on_current(_name)
for _name in "title xlabel ylabel xscale yscale xlim ylim".split():
    globals()[_name] = _on_current("set_" + _name)
legend = _on_current("legend")
grid = _on_current("grid")
axis = _on_current("axis")


def tight_layout():
    pass


def colorbar(*args, **style):
    pass
