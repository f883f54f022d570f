"""torch.jit: nothing is compiled here, so what would be compiled is handed back as it is."""


def script(obj=None, *args, **settings):
    return obj


def trace(func, *args, **settings):
    return func


ignore = export = unused = script


def is_scripting():
    return False


is_tracing = is_scripting


def save(module, f, **settings):
    import torch

    torch.save(module, f)


def load(f, map_location=None, **settings):
    import torch

    return torch.load(f, map_location, weights_only=False)


class ScriptModule:
    def __init__(self, *args):
        raise RuntimeError("there are no ScriptModules here: derive from torch.nn.Module")
