# %% branch
import torch


def kink(x):
    if x > 0:
        return x**2
    return x * -3


right = torch.tensor(2.0, requires_grad=True)
left = torch.tensor(-2.0, requires_grad=True)
print(kink(right))
print(kink(left))

# %% branch-backward
kink(left).backward()
left.grad

# %% loop
def grow(x):
    while x < 50:
        x = x * 2
    return x


seed = torch.tensor(3.0, requires_grad=True)
grown = grow(seed)
grown

# %% loop-backward
plot.graph(grown, {"seed": seed, "grown": grown})
grown.backward()
seed.grad

# %% series
def exp(x):
    term = torch.tensor(1.0)
    sum = term
    k = 1
    while term > 1e-6:
        term = term * x / k
        sum = sum + term
        k += 1
    return sum


x = torch.tensor(1.0, requires_grad=True)
e = exp(x)
e.backward()
print(e.detach(), x.grad, torch.exp(x.detach()))

# %% where
batch = torch.tensor([-2.0, -1.0, 1.0, 2.0], requires_grad=True)
kinked = torch.where(batch > 0, batch**2, batch * -3)
kinked.sum().backward()
print(kinked.detach(), batch.grad)

# %% where-trap
lengths = torch.tensor([0.0, 4.0], requires_grad=True)
torch.where(lengths > 0, lengths.sqrt(), 0).sum().backward()
lengths.grad

# %% where-safe
lengths.grad = None
safe = torch.where(lengths > 0, lengths, 1)
torch.where(lengths > 0, safe.sqrt(), 0).sum().backward()
lengths.grad

# %% naive
inputs = torch.tensor([0.0, 100.0], requires_grad=True)
naive = (inputs.exp() + 1).log()
naive.sum().backward()
print(naive.detach(), inputs.grad)

# %% function
class Softplus(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0) + torch.log1p(torch.exp(-x.abs()))

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return grad * torch.sigmoid(x)


inputs.grad = None
softplus = Softplus.apply(inputs)
softplus

# %% function-backward
total = softplus.sum()
plot.graph(total, {"inputs": inputs, "softplus": softplus, "total": total})
total.backward()
inputs.grad

# %% gradcheck
torch.manual_seed(0)
samples = torch.randn(5, dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(Softplus.apply, (samples,))

# %% round
weights = torch.tensor([0.2, 1.7, -0.6], requires_grad=True)
(weights.round() * torch.tensor([1, 10, 100])).sum().backward()
weights.grad

# %% straight
class Round(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.round()

    @staticmethod
    def backward(ctx, grad):
        return grad


weights.grad = None
(Round.apply(weights) * torch.tensor([1, 10, 100])).sum().backward()
weights.grad
