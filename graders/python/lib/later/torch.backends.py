"""torch.backends: what PyTorch may be built with, and is not here."""


class _Backend:
    def __init__(self, **facts):
        self.__dict__.update(facts)

    def is_available(self):
        return False

    is_built = is_available


cuda = _Backend(matmul=_Backend(allow_tf32=False))
cudnn = _Backend(benchmark=False, deterministic=False, enabled=True, allow_tf32=True, version=lambda: None)
mps = _Backend()
mkl = mkldnn = openmp = _Backend()
