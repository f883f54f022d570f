def rank_of_number():
    """The rank of torch.tensor(7)"""
    return -1


def rank_of_brackets():
    """The rank of torch.tensor([[7]])"""
    return -1


def elements():
    """The number of elements of torch.zeros(2, 3, 4)"""
    return -1


def rank_left():
    """The rank of torch.zeros(2, 3, 4, 5)[1, 0]"""
    return -1


def elements_left():
    """The number of elements of torch.zeros(2, 3, 4, 5)[1, 0]"""
    return -1


def elements_of_sum():
    """The number of elements of torch.zeros(6, 5).sum(0)"""
    return -1
