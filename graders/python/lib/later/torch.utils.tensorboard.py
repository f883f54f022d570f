"""torch.utils.tensorboard."""


class SummaryWriter:
    def __init__(self, *args, **settings):
        raise RuntimeError("TensorBoard is a server, which a page cannot start: draw curves with matplotlib.pyplot")
