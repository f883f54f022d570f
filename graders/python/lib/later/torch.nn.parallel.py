"""torch.nn.parallel."""

from torch.distributed import DistributedDataParallel
