"""Python's __future__: names of what is there already."""

annotations = division = print_function = generator_stop = None
