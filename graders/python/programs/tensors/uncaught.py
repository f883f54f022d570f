import torch

x = torch.arange(3)
for k in range(5):
    print(x[k].item())
