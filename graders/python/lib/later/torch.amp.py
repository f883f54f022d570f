"""torch.amp. Without a device that calculates in fewer bits there is nothing to choose: all stays as it is."""

import torch


class autocast:
    def __init__(self, device_type, dtype=None, enabled=True, cache_enabled=None):
        if enabled and device_type == "cpu":
            raise RuntimeError("autocast on the cpu computes in bfloat16, which there is not here: leave it out")
        self.device_type, self._enabled = device_type, False

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def __call__(self, function):
        return function


class GradScaler:
    """Of a scaler that is switched off, as without a GPU: it hands everything on."""

    def __init__(self, device="cuda", init_scale=65536.0, enabled=True, **settings):
        pass

    def scale(self, outputs):
        return outputs

    def step(self, optimizer, *args, **settings):
        return optimizer.step(*args, **settings)

    def unscale_(self, optimizer):
        pass

    def update(self, new_scale=None):
        pass

    def get_scale(self):
        return 1.0

    def is_enabled(self):
        return False

    def state_dict(self):
        return {}

    def load_state_dict(self, state):
        pass
