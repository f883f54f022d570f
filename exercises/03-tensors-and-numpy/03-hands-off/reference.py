import numpy as np
import torch
from handgrad import case


def centred(array):
    x = torch.from_numpy(array)
    return x - x.mean()


numbers = np.random.default_rng(3)
case(centred, np.array([[1.0, 2.0], [3.0, 6.0], [4.0, 8.0]], dtype=np.float32), memory=True)
case(centred, numbers.random(7, dtype=np.float32), memory=True)
case(centred, numbers.standard_normal((2, 5)), memory=True)
case(centred, numbers.random((3, 2, 4), dtype=np.float32), memory=True)
