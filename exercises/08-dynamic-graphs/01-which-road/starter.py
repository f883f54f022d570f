def branch():
    """x is -1. `y = x**2 if x > 0 else 5 * x`"""
    return 0


def loop():
    """x is 1.5. `y = x`, and then `while y < 10: y = y * 2`"""
    return 0


def collected():
    """x is 7. `y = x * 1`, and then `for k in [2, 3]: y = y + x * k`"""
    return 0


def picked():
    """x is [-1, 2]. `y = torch.where(x > 0, x**2, 0).sum()`"""
    return [0, 0]


def fetched():
    """x is 3. `y = x * x.item()`"""
    return 0
