def one_layer():
    """How many parameters has nn.Linear(3, 4)?"""
    return 12


def without_bias():
    """How many has nn.Linear(5, 2, bias=False)?"""
    return 12


def weight_shape():
    """The shape of nn.Linear(3, 7).weight, as a list."""
    return [3, 7]


def output_shape():
    """Linear(4, 8), ReLU, Linear(8, 3), one after the other: what shape comes out for a batch of shape [5, 4]?"""
    return [8, 3]


def clueless():
    """cross_entropy of torch.zeros(6, 4) against any six answers."""
    return 1
