"""torch.testing: tensors that should be the same, and what differs where they are not."""

import torch

_tolerances = {torch.float16: (1e-3, 1e-5), torch.float32: (1.3e-6, 1e-5), torch.float64: (1e-7, 1e-7)}


def assert_close(actual, expected, *, rtol=None, atol=None, equal_nan=False, check_dtype=True, check_device=True, msg=None):
    if isinstance(actual, dict) or isinstance(actual, (list, tuple)):
        pairs = ((actual[key], expected[key]) for key in (actual if isinstance(actual, dict) else range(len(actual))))
        if len(actual) != len(expected):
            raise AssertionError(f"The length of the sequences mismatch: {len(actual)} != {len(expected)}")
        for one, other in pairs:
            assert_close(one, other, rtol=rtol, atol=atol, equal_nan=equal_nan, check_dtype=check_dtype, msg=msg)
        return
    is_tensor = isinstance(actual, torch.Tensor)
    one, other = (_tensor(value) for value in (actual, expected))
    problem = _problem(one, other, rtol, atol, equal_nan, check_dtype and is_tensor, check_device, is_tensor)
    if problem:
        raise AssertionError(msg(problem) if callable(msg) else problem if msg is None else msg)


def _tensor(value):
    if isinstance(value, torch.Tensor):
        return value
    return torch.tensor(value, dtype=torch.float64 if isinstance(value, float) else None)


def _problem(one, other, rtol, atol, equal_nan, check_dtype, check_device, is_tensor):
    if one.shape != other.shape:
        return f"The values for attribute 'shape' do not match: {one.shape} != {other.shape}."
    if check_device and one.device != other.device:
        return f"The values for attribute 'device' do not match: {one.device} != {other.device}."
    if check_dtype and one.dtype != other.dtype:
        return f"The values for attribute 'dtype' do not match: {one.dtype} != {other.dtype}."
    relative, absolute = max(_tolerances.get(one.dtype, (0, 0)), _tolerances.get(other.dtype, (0, 0)))
    relative, absolute = relative if rtol is None else rtol, absolute if atol is None else atol
    kind = torch.promote_types(one.dtype, other.dtype)
    one, other = one.detach().to(kind), other.detach().to(kind)
    close = torch.isclose(one, other, rtol=relative, atol=absolute, equal_nan=equal_nan)
    if bool(close.all()):
        return None
    is_exact = relative == 0 and absolute == 0
    off = (one - other).abs()
    share = off / other.abs()
    if one.dim() == 0:
        allowed = "" if is_exact else f" (up to {absolute} allowed)"
        part = "" if is_exact else f" (up to {relative} allowed)"
        what = "Scalars" if not is_tensor else "Tensor-likes"
        if is_exact:
            return f"{what} are not equal!\n\nExpected {other.item()} but got {one.item()}.\nAbsolute difference: {_number(off, one)}\nRelative difference: {share.item()}"
        return (
            f"{what} are not close!\n\nExpected {other.item()} but got {one.item()}.\n"
            f"Absolute difference: {_number(off, one)}{allowed}\nRelative difference: {share.item()}{part}"
        )
    wrong = int((~close).sum())
    lines = [f"Tensor-likes are not {'equal' if is_exact else 'close'}!", ""]
    lines.append(f"Mismatched elements: {wrong} / {one.numel()} ({wrong / one.numel():.1%})")
    for name, values, limit in (("absolute", off, absolute), ("relative", share, relative)):
        values = torch.where(close, torch.zeros_like(values), values)
        place = int(values.argmax())
        index = tuple(int(part) for part in torch.unravel_index(torch.tensor(place), one.shape))
        ending = "" if is_exact else f" (up to {limit} allowed)"
        shown = values.reshape(-1)[place]
        lines.append(f"Greatest {name} difference: {_number(shown, one) if name == 'absolute' else shown.item()} at index {index}{ending}")
    return "\n".join(lines)


def _number(value, like):
    return value.item() if like.is_floating_point() else int(value)
