def transposed():
    """The strides of x.transpose(0, 2)"""
    return [15, 5, 1]


def one_row_of_each():
    """The strides of x[:, 1]"""
    return [15, 5, 1]


def every_second():
    """The strides of x[::2, :, 1:4]"""
    return [15, 5, 1]


def viewed():
    """The strides of x.view(6, 10)"""
    return [15, 5, 1]


def expanded():
    """The strides of x[0].unsqueeze(0).expand(7, 3, 5)"""
    return [15, 5, 1]
