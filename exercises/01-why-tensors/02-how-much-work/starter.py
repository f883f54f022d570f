def for_every_element():
    """The multiplications in torch.rand(300, 200) * 2"""
    return 1


def elements_of_product():
    """The elements of torch.rand(10, 20) @ torch.rand(20, 30)"""
    return 1


def multiplications_of_product():
    """The multiplications in torch.rand(10, 20) @ torch.rand(20, 30)"""
    return 1


def bytes():
    """The bytes that the numbers of torch.rand(500, 400) take in memory: float32"""
    return 1
