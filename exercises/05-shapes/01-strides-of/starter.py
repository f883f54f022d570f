def strides_of(sizes):
    """The strides of a contiguous tensor of these sizes."""
    return sizes
