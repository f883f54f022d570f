import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(2, 3, 8, 8)
print(nn.Conv2d(3, 4, 3, padding=1), nn.Conv2d(3, 4, kernel_size=3, stride=2)(x).shape, nn.MaxPool2d(2), nn.MaxPool2d(2)(x).shape)
print(nn.BatchNorm2d(3), nn.BatchNorm2d(3)(x).mean().abs() < 1e-6, nn.LayerNorm(8), nn.Embedding(10, 4), nn.Embedding(10, 4)(torch.tensor([1, 2])).shape)
print(nn.Dropout(0.2), nn.Flatten()(x).shape, nn.Flatten(), nn.AdaptiveAvgPool2d((1, 1))(x).shape, nn.Upsample(scale_factor=2)(x).shape)
print(nn.LSTM(3, 5, batch_first=True), nn.GRU(3, 5, num_layers=2), nn.MultiheadAttention(8, 2, batch_first=True))
out, (h, c) = nn.LSTM(3, 5, batch_first=True)(torch.randn(2, 7, 3))
print(out.shape, h.shape, c.shape)
print(nn.ReLU(), nn.ReLU(inplace=True), nn.LeakyReLU(0.2), nn.GELU(), nn.Softmax(dim=1), nn.ELU(), nn.Identity(), nn.SiLU(), nn.LogSoftmax(dim=-1))
print(nn.CrossEntropyLoss(), nn.MSELoss(reduction="sum"), nn.BCEWithLogitsLoss(), nn.TransformerEncoderLayer(8, 2, 16))
print(nn.Unflatten(1, (3, 1)), nn.PixelShuffle(2), nn.ConvTranspose2d(3, 2, 2), nn.GroupNorm(3, 3), nn.Conv1d(2, 3, 3, bias=False), nn.ZeroPad2d(1))
bn = nn.BatchNorm1d(2)
bn(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))
print(bn.running_mean, bn.running_var, bn.num_batches_tracked, list(bn.state_dict()))
