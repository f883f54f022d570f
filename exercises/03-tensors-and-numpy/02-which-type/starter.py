def from_list():
    """torch.tensor([3, 4, 5])"""
    return "float64"


def halved():
    """torch.tensor([3, 4, 5]) / 2"""
    return "float64"


def bytes_and_ints():
    """torch.tensor([1, 2], dtype=torch.uint8) + torch.tensor([1, 2], dtype=torch.int32)"""
    return "float64"


def half_times_number():
    """torch.ones(2, dtype=torch.float16) * 3.5"""
    return "float64"


def counted():
    """torch.tensor([True, False, True]).sum()"""
    return "float64"


def compared():
    """torch.rand(3) > 0.5"""
    return "float64"
