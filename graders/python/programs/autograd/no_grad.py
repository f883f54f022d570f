import torch

x = torch.ones(2, requires_grad=True)
with torch.no_grad():
    y = x * 2
    print(y.requires_grad, torch.is_grad_enabled())
    with torch.enable_grad():
        print((x * 2).requires_grad)
print((x * 2).requires_grad, torch.is_grad_enabled())


@torch.no_grad()
def predict(x, scale=1):
    """Predicts."""
    return x * scale


print(predict(x).requires_grad, predict(x, scale=3), predict.__name__, predict.__doc__)


@torch.inference_mode()
def infer(x):
    return x + 1


print(infer(x).requires_grad, infer(x).is_inference())
with torch.set_grad_enabled(False):
    print((x * 2).requires_grad)
torch.set_grad_enabled(False)
print((x * 2).requires_grad)
torch.set_grad_enabled(True)
try:
    with torch.no_grad():
        raise ValueError("inside")
except ValueError as error:
    print(error, torch.is_grad_enabled())
try:
    x += 1
except RuntimeError as error:
    print(error)
with torch.no_grad():
    x += 1
print(x)
try:
    x.numpy()
except RuntimeError as error:
    print(error)
print(x.detach().numpy(), x.data, x.tolist(), x[0].item())
