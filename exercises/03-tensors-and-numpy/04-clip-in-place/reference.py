import numpy as np
import torch
from handgrad import case


def clip(array):
    return torch.from_numpy(array).clamp_(min=0)


numbers = np.random.default_rng(4)
case(clip, np.array([[1.5, -2.0, 0.5], [-0.5, 3.0, -1.0]], dtype=np.float32), memory=True)
case(clip, numbers.standard_normal(9).astype(np.float32) * 2, memory=True)
case(clip, numbers.integers(-9, 9, (4, 3)), memory=True)
case(clip, numbers.standard_normal((2, 3, 5)) * 3, memory=True)
