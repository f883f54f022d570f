"""Records the random bits of real PyTorch, for engine/random/random.test.ts: `npm run oracle -- random`.

A stream is a seed and a row of calls on the default generator. Of each call's result the bytes are kept: all of
them where there are few, otherwise the first elements and the SHA-256 of all.
"""

import base64
import hashlib
import json
import random

import torch

SHOWN = 24  # elements

floats = ["float32", "float64", "float16"]
integers = ["int64", "int32", "int16", "int8", "uint8"]


def call(name, dtype, count, *arguments, contiguous=True):
    """One call: the sampler's name, the dtype and number of elements it fills, and its arguments."""
    return {"name": name, "dtype": dtype, "count": count, "arguments": list(arguments), "contiguous": contiguous}


def sample(name, dtype, count, arguments, contiguous):
    if name == "randperm":
        return torch.randperm(count, dtype=getattr(torch, dtype))
    if name == "multinomial":
        return torch.multinomial(torch.tensor(arguments[0], dtype=getattr(torch, dtype)), count, replacement=True)
    if name == "bernoulliEach":
        probabilities = torch.tensor(arguments[0], dtype=getattr(torch, arguments[1]))
        return torch.empty(count, dtype=getattr(torch, dtype)).bernoulli_(probabilities)
    out = torch.empty(count, dtype=getattr(torch, dtype))
    if not contiguous:
        out = torch.empty(2 * count, dtype=getattr(torch, dtype))[::2]
    numbers = [int(a) if isinstance(a, str) else a for a in arguments]
    method = {"randomFromTo": "random_", "logNormal": "log_normal_"}.get(name, f"{name}_")
    getattr(out, method)(*numbers)
    return out.contiguous()


def recorded(seed, calls):
    torch.manual_seed(seed)
    results = []
    for one in calls:
        out = sample(**one)
        data = out.numpy().tobytes()
        result = {"bytes": base64.b64encode(data[: SHOWN * out.element_size()]).decode()}
        if out.numel() > SHOWN:
            result["sha256"] = hashlib.sha256(data).hexdigest()
        results.append({**one, **result})
    state = torch.get_rng_state().numpy().tobytes()
    return {"seed": str(seed), "calls": results, "state": hashlib.sha256(state).hexdigest()}


def anyCall(choose):
    """One call out of all that there are, for streams in which kinds alternate."""
    count = choose.choice([0, 1, 2, 3, 5, 7, 8, 15, 16, 17, 31, 32, 33, 100, 700])
    kind = choose.choice(
        ["uniform", "normal", "normal", "bernoulli", "bernoulliEach", "random", "randomFromTo", "randperm"]
        + ["multinomial", "exponential", "geometric"]
    )
    dtype = choose.choice(floats)
    match kind:
        case "uniform":
            return call(kind, dtype, count, *choose.choice([(0, 1), (-2.3, 5.7), (-0.125, 0.125), (3, 3)]))
        case "normal":
            moments = choose.choice([(0, 1), (2.5, 0.3), (-1, 100), (0, 0)])
            return call(kind, dtype, count, *moments, contiguous=choose.random() < 0.8)
        case "bernoulli":
            return call(kind, choose.choice(floats + integers + ["bool"]), count, choose.choice([0, 0.3, 0.5, 0.9, 1]))
        case "bernoulliEach":
            probabilities = [choose.random() for _ in range(count)]
            return call(kind, choose.choice(floats + ["int64", "bool"]), count, probabilities, dtype)
        case "random":
            return call(kind, choose.choice(floats + integers + ["bool"]), count)
        case "randomFromTo":
            low, high, target = choose.choice(
                [(0, 10, "int64"), (-5, 6, "int32"), (0, 2, "bool"), (-128, 128, "int8"), (0, 256, "uint8")]
                + [(0, 2**28 - 1, "int64"), (0, 2**28, "int64"), (-(2**40), 2**41, "int64"), (3, 9, "float32")]
                + [(-(2**31), 2**31, "int32"), (-(2**62), 2**62, "int64"), (0, 1000, "float16")]
                + [(2**60, 2**60 + 10, "int64"), (-100, 100, "int16"), (-7, 2**33, "float64")]
            )
            return call(kind, target, count, str(low), str(high))
        case "randperm":
            return call(kind, choose.choice(["int64", "int32", "int16", "float32", "float64", "float16"]), count)
        case "multinomial":
            weights = [choose.choice([0, 1, 2.5, choose.random()]) for _ in range(choose.randrange(2, 40))] + [0.7]
            # A single draw takes the way of those without replacement.
            return call(kind, dtype, max(count, 2), weights)
        case "exponential":
            return call(kind, dtype, count, choose.choice([1, 0.3, 7]))
        case "geometric":
            return call(kind, choose.choice(floats + ["int64", "int32"]), count, choose.choice([0.5, 0.2, 0.9]))


def streams():
    choose = random.Random(0)
    for seed in (0, 42, 1, 2**31 - 1, 2**32 + 5, 2**63, -1, -5, -(2**63)):
        yield recorded(seed, [call("uniform", "float32", 5, 0, 1), call("normal", "float32", 3, 0, 1)])
    for dtype in floats:
        for count in (1, 2, 15, 16, 17, 31, 32, 33, 48, 1000, 20000):
            yield recorded(count, [call("normal", dtype, count, 0, 1), call("uniform", dtype, count, 0, 1)])
    yield recorded(7, [call("randperm", "int64", count) for count in (0, 1, 2, 10, 623, 30000)])
    yield recorded(8, [call("cauchy", "float32", 1000, 0.5, 2), call("logNormal", "float32", 1000, 0.5, 0.25)])
    for seed in range(40):
        yield recorded(seed, [anyCall(choose) for _ in range(20)])


def record(folder):
    state = torch.Generator().manual_seed(11)
    torch.empty(7).normal_(generator=state)
    saved = state.get_state()
    (folder / "streams.json").write_text(
        json.dumps(
            {
                "torch": torch.__version__,
                "savedState": {
                    "bytes": base64.b64encode(saved.numpy().tobytes()).decode(),
                    "normal": torch.empty(3, dtype=torch.float64).normal_(generator=state).tolist(),
                },
                "streams": list(streams()),
            },
            indent=1,
        )
        + "\n"
    )
