def shape_after(shape, layers):
    """The shape [channels, rows, columns] behind the last layer."""
    return shape
