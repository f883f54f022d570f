import torch
import torch.nn as nn
import torch.nn.functional as F


class Linear(nn.Module):
    def __init__(self, in_features: int, out_features: int, bias: bool = True) -> None:
        super(Linear, self).__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features) / in_features**0.5)
        if bias:
            self.bias = nn.Parameter(torch.zeros(out_features))
        else:
            self.register_parameter("bias", None)
        self.in_features, self.out_features = in_features, out_features

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.linear(x, self.weight, self.bias)

    def extra_repr(self) -> str:
        return f"in={self.in_features}, out={self.out_features}, bias={self.bias is not None}"


class Residual(nn.Module):
    def __init__(self, inner):
        super().__init__()
        self.inner = inner

    def forward(self, *args, **kwargs):
        return args[0] + self.inner(*args, **kwargs)


torch.manual_seed(4)
model = nn.Sequential(Linear(3, 3), Residual(Linear(3, 3, bias=False)), nn.ReLU())
print(model)
print(model(torch.ones(1, 3)))
model(torch.ones(1, 3)).sum().backward()
print(model[1].inner.weight.grad.shape, model[1].inner.bias, model[0].bias.grad)


class Broken(nn.Module):
    def __init__(self):
        self.layer = nn.Linear(1, 1)


try:
    Broken()
except AttributeError as error:
    print(error)


class Empty(nn.Module):
    pass


try:
    Empty()(1)
except NotImplementedError as error:
    print(error)
print(Empty(), nn.Module())
