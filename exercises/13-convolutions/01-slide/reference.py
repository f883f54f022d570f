import torch
from handgrad import case


def slide(image, kernel):
    rows, columns = kernel.shape
    out = torch.zeros(image.shape[0] - rows + 1, image.shape[1] - columns + 1)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (image[i : i + rows, j : j + columns] * kernel).sum()
    return out


case(slide, torch.arange(12.0).reshape(3, 4), torch.tensor([[1.0, -1.0]]))
torch.manual_seed(1)
case(slide, torch.rand(5, 7), torch.randn(3, 2))
case(slide, torch.randn(4, 6), torch.rand(1, 3))
case(slide, torch.rand(3, 5), torch.randn(3, 5))
