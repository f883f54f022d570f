def number_index():
    """The shape of x[1]"""
    return [4, 3, 5]


def slice_index():
    """The shape of x[1:2]"""
    return [4, 3, 5]


def ellipsis_index():
    """The shape of x[..., 0]"""
    return [4, 3, 5]


def new_dimension():
    """The shape of x[:, None, [0, 2]]"""
    return [4, 3, 5]


def two_lists():
    """The shape of x[[0, 1, 3], [2, 0, 1]]"""
    return [4, 3, 5]
