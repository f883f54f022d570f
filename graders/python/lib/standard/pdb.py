"""Python's pdb, which asks what to do: nobody can be asked here."""


def set_trace(**settings):
    raise RuntimeError("there is no debugger here, since nobody can be asked what to do next: print what you want to see")


post_mortem = pm = run = set_trace
