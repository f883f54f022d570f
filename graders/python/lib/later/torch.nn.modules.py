"""torch.nn.modules: the layers."""

import torch

globals().update({name: value for name, value in vars(torch.nn).items() if not name.startswith("_") and isinstance(value, type)})
