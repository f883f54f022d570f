"""Runs references and lessons under real PyTorch: `record.py KIND SOURCE TARGET …` (see main.ts)."""

import ast
import contextlib
import io
import json
import os
import pathlib
import re
import runpy
import shutil
import sys
import traceback
import types

import numpy
import torch

import handgrad


def record_exercise(source, target):
    """Runs a reference.py; its cases go to the folder `target`."""
    folder = pathlib.Path(target)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    handgrad._begin(folder)
    torch.manual_seed(0)
    runpy.run_path(source)
    if not handgrad._cases:
        raise SystemExit(f"{source} declares no case: call case(function, …)")
    handgrad._write()


def split_cells(text):
    """The blocks of a lesson, each headed by `# %% name`; those headed by `# %% name here` or `… gpu` are none of PyTorch's."""
    cells = []
    for line in text.splitlines():
        if line.startswith("# %% "):
            cells.append((line.removeprefix("# %% ").strip(), []))
        elif cells:
            cells[-1][1].append(line)
    return [(name, "\n".join(lines)) for name, lines in cells if " " not in name]


def run_cell(code, namespace):
    """What a notebook would show: all that is printed, then the value of a last expression."""
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        try:
            exec(compile(tree, "cell", "exec"), namespace)
            if last is not None:
                value = eval(compile(ast.Expression(last.value), "cell", "eval"), namespace)
                if value is not None:
                    print(repr(value))
        except Exception as error:  # a cell may show what PyTorch refuses
            print(f"{type(error).__name__}: {error}")
    return output.getvalue().rstrip("\n")


def without_addresses(text):
    """Addresses are others at every run."""
    return re.sub(r"\b(0x[0-9a-f]{6,}|\d{7,})\b", "<address>", text)


def stand_in_for_matplotlib():
    """The tutorial imports it, and draws nothing."""
    pyplot = types.ModuleType("matplotlib.pyplot")
    package = types.ModuleType("matplotlib")
    package.pyplot = pyplot
    sys.modules.setdefault("matplotlib", package)
    sys.modules.setdefault("matplotlib.pyplot", pyplot)


class PagePlot:
    """`plot`, which a lesson's cells draw with in the page: here nothing is drawn."""

    def __getattr__(self, name):
        return lambda *args: None


def record_lesson(source, target):
    """Runs a lesson's cells in one namespace; their texts go to the file `target`."""
    namespace = {"__name__": "__main__", "plot": PagePlot()}
    cells = {name: run_cell(code, namespace) for name, code in split_cells(pathlib.Path(source).read_text())}
    if pathlib.Path(source).stem == "tutorial":
        cells = {name: without_addresses(text) for name, text in cells.items()}
    path = pathlib.Path(target)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"torch": torch.__version__, "cells": cells}, indent=1, ensure_ascii=False)
    path.write_text(text + "\n")


def in_a_process(function, *args):
    """What a function gives in a process of its own: nothing is left of the threads and groups of what ran before."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            with os.fdopen(writer, "w") as out:
                json.dump(function(*args), out)
            status = 0
        except BaseException:
            traceback.print_exc()
        sys.stdout.flush()
        os._exit(status)
    os.close(writer)
    with os.fdopen(reader) as given:
        text = given.read()
    _, status = os.waitpid(child, 0)
    if status != 0:
        raise SystemExit(1)
    return json.loads(text)


def run_program(path):
    """All that a program prints; where it ends in an error, its own lines on the way there, and the error."""
    torch.manual_seed(0)
    numpy.random.seed(0)
    torch.set_printoptions(profile="default")
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        try:
            exec(compile(path.read_text(), path.name, "exec"), {"__name__": "__main__"})
        except SyntaxError as error:
            print(f"{path.name}:{error.lineno}\n{type(error).__name__}: {error.msg}")
        except Exception as error:
            for frame in traceback.extract_tb(error.__traceback__):
                if frame.filename == path.name:
                    print(f"{path.name}:{frame.lineno} in {frame.name}")
            print(f"{type(error).__name__}: {error}")
    return output.getvalue()


def record_programs(source, target):
    """Runs the programs of a folder, each on its own; what they print goes to the file `target`."""
    texts = {path.stem: in_a_process(run_program, path) for path in sorted(pathlib.Path(source).glob("*.py"))}
    text = json.dumps({"torch": torch.__version__, "programs": texts}, indent=1, ensure_ascii=False)
    pathlib.Path(target).write_text(text + "\n")


def record_engine(source, target):
    """A part of the engine says itself what is to be recorded: `record(folder)` of its record.py fills the folder `target`."""
    pathlib.Path(target).mkdir(parents=True)
    runpy.run_path(source)["record"](pathlib.Path(target))


recorders = {
    "exercise": record_exercise,
    "lesson": record_lesson,
    "programs": record_programs,
    "engine": record_engine,
}


def main(arguments):
    stand_in_for_matplotlib()
    for kind, source, target in zip(arguments[::3], arguments[1::3], arguments[2::3]):
        in_a_process(recorders[kind], source, target)


if __name__ == "__main__":
    main(sys.argv[1:])
