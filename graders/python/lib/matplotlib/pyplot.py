"""Curves, points, bars and images, drawn where the code's output is shown. `show` sends what was drawn so far."""

import _engine


class _Axes:
    """One picture: what is drawn in it, and what is written around it."""

    def __init__(self):
        self._marks = []
        self._texts = {}

    def plot(self, *args, label=None, **style):
        for x, y, form in _curves(args):
            marks = "points" if form and "-" not in form and any(sign in form for sign in "o.x+*s^") else "line"
            self._mark(marks, x, y, label, style)

    def scatter(self, x, y, label=None, **style):
        self._mark("points", x, y, label, style)

    def bar(self, x, height, label=None, **style):
        self._mark("bars", x, height, label, style)

    def hist(self, values, bins=10, label=None, **style):
        data = _numbers(values)
        low, high = min(data), max(data)
        width = (high - low) / bins or 1.0
        counts = [0] * bins
        for value in data:
            counts[min(int((value - low) / width), bins - 1)] += 1
        edges = [low + width * k for k in range(bins + 1)]
        self._mark("bars", [(edges[k] + edges[k + 1]) / 2 for k in range(bins)], counts, label, style)
        return counts, edges

    def imshow(self, image, cmap=None, **style):
        rows = image.tolist() if hasattr(image, "tolist") else image
        self._marks.append({"kind": "image", "rows": rows})

    def axhline(self, y=0, **style):
        self._marks.append({"kind": "level", "y": float(y)})

    def _mark(self, kind, x, y, label, style):
        mark = {"kind": kind, "x": _numbers(x), "y": _numbers(y), "label": label}
        self._marks.append({**mark, "color": style.get("color") or style.get("c")})

    def set_title(self, text, **style):
        self._texts["title"] = str(text)

    def set_xlabel(self, text, **style):
        self._texts["xlabel"] = str(text)

    def set_ylabel(self, text, **style):
        self._texts["ylabel"] = str(text)

    def set_yscale(self, scale):
        self._texts["yscale"] = scale

    def set_xscale(self, scale):
        self._texts["xscale"] = scale

    def legend(self, *args, **style):
        self._texts["legend"] = True

    def grid(self, *args, **style):
        self._texts["grid"] = True

    def set_aspect(self, *args, **style):
        pass

    def axis(self, setting=None):
        if setting == "off":
            self._texts["axis"] = "off"

    def _picture(self):
        return {"kind": "plot", "marks": self._marks, **self._texts}


class _Figure:
    def __init__(self, axes):
        self.axes = axes

    def suptitle(self, text, **style):
        self.axes[0].set_title(text)

    def tight_layout(self):
        pass


def _numbers(values):
    """Plain numbers, of a tensor, an array or a list."""
    if hasattr(values, "detach"):
        values = values.detach()
    items = values.tolist() if hasattr(values, "tolist") else list(values)
    return [float(item) for item in items]


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


def subplots(nrows=1, ncols=1, **style):
    show()
    made = [[_Axes() for _ in range(ncols)] for _ in range(nrows)]
    flat = [axes for row in made for axes in row]
    _current.extend(flat)
    figure = _Figure(flat)
    if nrows == ncols == 1:
        return figure, flat[0]
    return figure, flat if 1 in (nrows, ncols) else made


def show(*args, **settings):
    for axes in _current:
        if axes._marks:
            _engine.show(axes._picture())
    _current.clear()


def close(*args):
    _current.clear()


def _on_current(name):
    def call(*args, **settings):
        return getattr(gca(), name)(*args, **settings)

    return call


plot = _on_current("plot")
scatter = _on_current("scatter")
bar = _on_current("bar")
hist = _on_current("hist")
imshow = _on_current("imshow")
axhline = _on_current("axhline")
title = _on_current("set_title")
xlabel = _on_current("set_xlabel")
ylabel = _on_current("set_ylabel")
xscale = _on_current("set_xscale")
yscale = _on_current("set_yscale")
legend = _on_current("legend")
grid = _on_current("grid")
axis = _on_current("axis")
tight_layout = lambda: None
