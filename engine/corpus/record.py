"""Runs the Python lines of the corpus under real PyTorch and records what they give: `npm run oracle -- corpus`.

A case is two lines, `py:` and `ts:`, with an empty line after them. Statements are separated by `; `; the value of the
last one is recorded. Each case starts in a fresh namespace, after torch.manual_seed(0).
"""

import json
import math
import pathlib
import warnings

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim

HERE = pathlib.Path(__file__).parent
warnings.filterwarnings("ignore")


def cases(path):
    for block in path.read_text().split("\n\n"):
        lines = [line for line in block.splitlines() if line.startswith("py: ")]
        if lines:
            yield lines[0].removeprefix("py: ")


def split(line):
    """The statements of a line: `; ` apart, but not within quotes or brackets."""
    parts, depth, quote, start = [], 0, None, 0
    for k, char in enumerate(line):
        if quote:
            quote = None if char == quote else quote
        elif char in "'\"":
            quote = char
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif char == ";" and depth == 0:
            parts.append(line[start:k].strip())
            start = k + 1
    return parts + [line[start:].strip()]


def number(value):
    """Numbers as JSON can hold them exactly."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else str(value)
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return "-0" if value == 0 and math.copysign(1, value) < 0 else value


def elements(tensor):
    """The elements in as few digits as tell them apart within their type."""
    flat = tensor.detach().reshape(-1)
    if tensor.dtype in (torch.float32, torch.float16):
        return [number(float(str(x))) for x in flat.numpy()]
    return [number(x) for x in flat.tolist()]


def describe(value):
    if isinstance(value, torch.Tensor):
        return {
            "kind": "tensor",
            "dtype": str(value.dtype).removeprefix("torch."),
            "shape": list(value.shape),
            "strides": list(value.stride()),
            "values": elements(value),
            "text": repr(value),
        }
    if isinstance(value, np.ndarray):
        return {"kind": "text", "value": str(value)}
    if isinstance(value, (torch.Size, torch.dtype)):
        return {"kind": "text", "value": str(value)}
    if isinstance(value, (tuple, list)):
        return {"kind": "list", "items": [describe(item) for item in value]}
    if isinstance(value, dict):
        return {"kind": "list", "items": [describe(item) for pair in value.items() for item in pair]}
    if isinstance(value, (bool, int, float)):
        return {"kind": "number", "value": number(value)}
    if value is None:
        return {"kind": "none"}
    return {"kind": "text", "value": str(value)}


def run(line):
    namespace = {"torch": torch, "np": np, "nn": nn, "F": F, "optim": optim, "math": math}
    torch.manual_seed(0)
    torch.set_printoptions(profile="default", sci_mode=None)
    *statements, last = split(line)
    try:
        for statement in statements:
            exec(statement, namespace)
        return describe(eval(last, namespace))
    except Exception as error:  # a refusal is a result too
        name = type(error).__name__
        return {"kind": "error", "name": name, "message": str(error).split("\n")[0]}
    finally:
        torch.set_grad_enabled(True)
        torch.set_default_dtype(torch.float32)


def record(folder):
    for path in sorted(HERE.glob("*.txt")):
        rows = ",\n".join(json.dumps(run(line), ensure_ascii=False) for line in cases(path))
        (folder / f"{path.stem}.json").write_text(f'{{"torch": "{torch.__version__}", "results": [\n{rows}\n]}}\n')
