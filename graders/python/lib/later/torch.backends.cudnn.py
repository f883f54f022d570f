"""torch.backends.cudnn."""

benchmark = deterministic = False
enabled = allow_tf32 = True


def is_available():
    return False


def version():
    return None
