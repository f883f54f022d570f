def from_detached():
    """a.detach() * 2"""
    return True


def half_detached():
    """a.detach() * b"""
    return False


def made_in_no_grad():
    """with torch.no_grad(): c = a * b"""
    return True


def continued_outside():
    """with torch.no_grad(): c = a * b; and then, outside of it, c + b"""
    return False


def leaf_in_no_grad():
    """with torch.no_grad(): c = torch.zeros(3, requires_grad=True)"""
    return False


def compared():
    """a > 0.5"""
    return True
