"""torch.nn.parallel."""

from torch.distributed import DistributedDataParallel
from torch.nn import DataParallel
