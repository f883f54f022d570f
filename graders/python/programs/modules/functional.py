import torch
import torch.nn.functional as F

x = torch.tensor([[-1.0, 0.0, 2.0]])
for name in ["relu", "sigmoid", "tanh", "leaky_relu", "gelu", "elu", "softplus", "silu", "relu6", "selu", "hardtanh", "logsigmoid", "softsign", "mish", "hardswish"]:
    print(f"{name:12}", getattr(F, name)(x))
print(F.softmax(x, dim=1), F.log_softmax(x, -1), F.softmin(x, dim=-1), F.glu(torch.ones(1, 2)), F.normalize(x))
print(F.linear(x, torch.ones(2, 3), torch.ones(2)), F.dropout(x, 0.5, training=False), F.pad(x, (1, 1)), F.pad(x, (0, 1), value=9.0), F.one_hot(torch.tensor([0, 2])))
print(F.layer_norm(x, (3,)), F.interpolate(x[None], scale_factor=2, mode="nearest"), F.unfold(torch.ones(1, 1, 2, 2), 2).shape, F.conv1d(x[None], torch.ones(1, 1, 2)), F.max_pool1d(x[None], 2), F.avg_pool1d(x[None], 3))
print(F.embedding(torch.tensor([1]), torch.eye(2)), F.bilinear(x, x, torch.ones(1, 3, 3)), F.threshold(x, 0.5, 7.0), F.cosine_embedding_loss(x, x, torch.tensor([1.0])))
