"""torch.cuda.amp: the older names of torch.amp."""

import torch.amp


class autocast(torch.amp.autocast):
    def __init__(self, enabled=True, dtype=None, cache_enabled=True):
        super().__init__("cuda", dtype, enabled)


class GradScaler(torch.amp.GradScaler):
    pass
