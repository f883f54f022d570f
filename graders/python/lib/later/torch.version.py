"""torch.version."""

__version__ = "2.13.0"
cuda = hip = xpu = None
debug = False
git_version = ""
