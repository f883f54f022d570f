import torch
import torch.nn.functional as F


def blur(image):
    """The mean of the pixels around each pixel."""
    x = image[None, None]
    kernel = torch.full([1, 1, 3, 3], 1 / 9)
    return F.conv2d(x, kernel, padding=1)[0, 0]
