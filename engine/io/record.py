"""Writes NumPy files of every kind that the engine reads, with what stands in them: `npm run oracle -- io`."""

import json
import math

import numpy as np

VALUES = {
    "bool": [True, False, False, True, True, False],
    "uint8": [0, 1, 127, 128, 254, 255],
    "int8": [-128, -1, 0, 1, 5, 127],
    "int16": [-32768, -2, 0, 3, 256, 32767],
    "int32": [-(2**31), -2, 0, 3, 65536, 2**31 - 1],
    "int64": [-(2**63), -2, 0, 3, 2**40, 2**63 - 1],
    "float16": [-0.0, 0.5, math.inf, -math.inf, math.nan, 65504.0],
    "float32": [-0.0, 0.1, math.inf, -math.inf, math.nan, 1e-40],
    "float64": [-0.0, 0.1, math.inf, -math.inf, math.nan, 1e-310],
}


def arrays():
    for name, values in VALUES.items():
        array = np.array(values, dtype=name).reshape(2, 3)
        yield f"{name}-c", array
        yield f"{name}-fortran", np.asfortranarray(array)
        yield f"{name}-big", array.astype(array.dtype.newbyteorder(">"))
        yield f"{name}-big-fortran", np.asfortranarray(array.astype(array.dtype.newbyteorder(">")))
    yield "scalar", np.array(2.5, dtype=np.float32)
    yield "vector", np.arange(4, dtype=np.int32)
    yield "empty", np.zeros((0, 3), dtype=np.float64)
    yield "deep", np.asfortranarray(np.arange(24, dtype=np.int16).reshape(2, 3, 4))
    yield "long-shape", np.zeros((1,) * 32, dtype=np.uint8)


def number(value):
    """As JavaScript's String() gives it: float32 values are doubles there."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value.hex()


def describe(array):
    return {
        "dtype": array.dtype.newbyteorder("=").name,
        "shape": list(array.shape),
        "fortran": bool(array.flags.f_contiguous and not array.flags.c_contiguous),
        "values": [number(value) for value in array.reshape(-1).tolist()],
    }


def record(folder):
    wanted = dict(arrays())
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(describe(array))}" for name, array in wanted.items())
    (folder / "arrays.json").write_text("{\n" + rows + "\n}\n")
    np.savez(folder / "stored.npz", **wanted)
    np.savez_compressed(folder / "deflated.npz", **wanted)
