"""What a reference.py imports: here its cases are recorded already."""


def case(function, *args, **settings):
    pass
