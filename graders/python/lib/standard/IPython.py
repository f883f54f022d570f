"""What notebooks import of IPython."""


def get_ipython():
    return None
