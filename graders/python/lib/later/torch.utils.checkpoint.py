"""torch.utils.checkpoint: saves memory by computing again what backward() needs."""

import torch


class CheckpointFunction(torch.autograd.Function):
    @staticmethod
    def forward(ctx, function, state, *args):
        ctx.function, ctx.args, ctx.state = function, args, state
        with torch.no_grad():
            return function(*args)

    @staticmethod
    def backward(ctx, *grads):
        given = [arg.detach().requires_grad_(arg.requires_grad) if isinstance(arg, torch.Tensor) else arg for arg in ctx.args]
        now = torch.get_rng_state()
        torch.set_rng_state(ctx.state)
        with torch.enable_grad():
            outputs = ctx.function(*given)
        torch.set_rng_state(now)
        torch.autograd.backward(outputs if isinstance(outputs, tuple) else (outputs,), grads)
        return (None, None, *(getattr(arg, "grad", None) if isinstance(arg, torch.Tensor) else None for arg in given))


def checkpoint(function, *args, use_reentrant=None, preserve_rng_state=True, **settings):
    function = (lambda *given, call=function: call(*given, **settings)) if settings else function
    if not torch.is_grad_enabled() or not any(isinstance(arg, torch.Tensor) and arg.requires_grad for arg in args):
        return function(*args)
    return CheckpointFunction.apply(function, torch.get_rng_state(), *args)


def checkpoint_sequential(functions, segments, input, use_reentrant=None, **settings):
    functions = list(functions)
    size = len(functions) // segments
    for start in range(0, size * (segments - 1), size):
        input = checkpoint(torch.nn.Sequential(*functions[start : start + size]), input, use_reentrant=use_reentrant)
    return torch.nn.Sequential(*functions[size * (segments - 1) :])(input)
