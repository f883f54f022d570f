"""torch.nn.parameter."""

from torch.nn import Parameter, UninitializedParameter
