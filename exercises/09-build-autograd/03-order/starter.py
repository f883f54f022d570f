def in_order(inputs, root):
    """The nodes that `root` depends on, each after its inputs, `root` last."""
    return [root, *inputs[root]]
