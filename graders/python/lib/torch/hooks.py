"""What runs before and after a module's forward, and when gradients come back to it."""

import torch


class RemovableHandle:
    def __init__(self, hooks, hook):
        self._hooks, self._hook = hooks, hook

    def remove(self):
        if self._hook in self._hooks:
            self._hooks.remove(self._hook)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.remove()


class Hooks:
    def __init__(self):
        self.before, self.after, self.backward_before, self.backward = [], [], [], []
        # Those that are told of what is given by name.
        self._named = []

    def add(self, kind, hook, prepend, with_kwargs=False):
        hooks = getattr(self, kind)
        if with_kwargs:
            self._named.append(hook)
        hooks.insert(0 if prepend else len(hooks), hook)
        return RemovableHandle(hooks, hook)

    def run(self, module, args, kwargs):
        for hook in list(self.before):
            if hook in self._named:
                args, kwargs = hook(module, args, kwargs) or (args, kwargs)
                continue
            changed = hook(module, args)
            if changed is not None:
                args = changed if isinstance(changed, tuple) else (changed,)
        watch = _Watch(module, self) if self.backward or self.backward_before else None
        if watch:
            args = watch.inputs(args)
        result = module.forward(*args, **kwargs)
        for hook in list(self.after):
            changed = hook(module, args, *((kwargs,) if hook in self._named else ()), result)
            if changed is not None:
                result = changed
        return watch.outputs(result) if watch else result


class BackwardHookFunction(torch.autograd.Function):
    """Hands its tensors on, and tells `seen` of their gradients, which may be changed there."""

    @staticmethod
    def forward(ctx, seen, *tensors):
        ctx.seen = seen
        return tuple(tensor.view_as(tensor) for tensor in tensors) if len(tensors) > 1 else tensors[0].view_as(tensors[0])

    @staticmethod
    def backward(ctx, *grads):
        return (None, *ctx.seen(grads))


class _Watch:
    """One run of a module: what gradients came to its outputs, and left by its inputs."""

    def __init__(self, module, hooks):
        self._module, self._hooks = module, hooks
        self._has_inputs = False

    def inputs(self, args):
        tensors = [arg for arg in args if isinstance(arg, torch.Tensor)]
        self._has_inputs = any(tensor.requires_grad for tensor in tensors)
        if not self._has_inputs:
            self._count = len(tensors)
            return args
        passed = BackwardHookFunction.apply(self._left, *tensors)
        passed = iter(passed if isinstance(passed, tuple) else (passed,))
        return tuple(next(passed) if isinstance(arg, torch.Tensor) else arg for arg in args)

    def outputs(self, result):
        many = isinstance(result, tuple)
        return BackwardHookFunction.apply(self._came, *(result if many else (result,)))

    def _came(self, grads):
        for hook in list(self._hooks.backward_before):
            changed = hook(self._module, grads)
            if changed is not None:
                grads = changed if isinstance(changed, tuple) else (changed,)
        self._grads = grads
        if not self._has_inputs:
            self._tell((None,) * self._count)
        return grads

    def _left(self, grads):
        return self._tell(grads)

    def _tell(self, grads):
        for hook in list(self._hooks.backward):
            changed = hook(self._module, grads, self._grads)
            if changed is not None:
                grads = changed
        return grads
