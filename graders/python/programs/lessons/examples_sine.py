"""A third-order polynomial that follows a sine: in NumPy, tensors, autograd, a Function, nn, optim and a module."""

import math
import random

import numpy as np
import torch


def by_numpy():
    x = np.linspace(-math.pi, math.pi, 200)
    y = np.sin(x)
    a, b, c, d = 0.1, -0.2, 0.3, 0.05
    learning_rate = 1e-5
    for t in range(30):
        y_pred = a + b * x + c * x**2 + d * x**3
        loss = np.square(y_pred - y).sum()
        if t % 10 == 9:
            print(t, f"{loss:.4f}")
        grad_y_pred = 2.0 * (y_pred - y)
        grad_a = grad_y_pred.sum()
        grad_b = (grad_y_pred * x).sum()
        grad_c = (grad_y_pred * x**2).sum()
        grad_d = (grad_y_pred * x**3).sum()
        a -= learning_rate * grad_a
        b -= learning_rate * grad_b
        c -= learning_rate * grad_c
        d -= learning_rate * grad_d
    print(f"Result: y = {a:.4f} + {b:.4f} x + {c:.4f} x^2 + {d:.4f} x^3")


def by_autograd():
    dtype = torch.float
    torch.set_default_device("cpu")
    x = torch.linspace(-1, 1, 200, dtype=dtype)
    y = torch.exp(x)
    torch.manual_seed(4)
    a = torch.randn((), dtype=dtype, requires_grad=True)
    b = torch.randn((), dtype=dtype, requires_grad=True)
    initial_loss = 1.0
    for t in range(30):
        y_pred = a + b * x
        loss = (y_pred - y).pow(2).sum()
        if t == 0:
            initial_loss = loss.item()
        if t % 10 == 9:
            print(f"Iteration t = {t:4d}  loss(t)/loss(0) = {round(loss.item() / initial_loss, 4):10.4f}  a = {a.item():10.4f}")
        loss.backward()
        with torch.no_grad():
            a -= 1e-3 * a.grad
            b -= 1e-3 * b.grad
            a.grad = None
            b.grad = None
    print(f"Result: y = {a.item():.4f} + {b.item():.4f} x")


class LegendrePolynomial3(torch.autograd.Function):
    @staticmethod
    def forward(ctx, input):
        ctx.save_for_backward(input)
        return 0.5 * (5 * input**3 - 3 * input)

    @staticmethod
    def backward(ctx, grad_output):
        (input,) = ctx.saved_tensors
        return grad_output * 1.5 * (5 * input**2 - 1)


def by_function():
    x = torch.linspace(-math.pi, math.pi, 200)
    y = torch.sin(x)
    a, b, c, d = (torch.full((), v, requires_grad=True) for v in (0.0, -1.0, 0.0, 0.3))
    for t in range(20):
        P3 = LegendrePolynomial3.apply
        loss = (a + b * P3(c + d * x) - y).pow(2).sum()
        loss.backward()
        with torch.no_grad():
            for parameter in (a, b, c, d):
                parameter -= 5e-5 * parameter.grad
                parameter.grad = None
    print(f"Result: y = {a.item():.4f} + {b.item():.4f} * P3({c.item():.4f} + {d.item():.4f} x), loss {loss.item():.3f}")


def by_nn():
    x = torch.linspace(-math.pi, math.pi, 200)
    y = torch.sin(x)
    xx = x.unsqueeze(-1).pow(torch.tensor([1, 2, 3]))
    torch.manual_seed(6)
    model = torch.nn.Sequential(torch.nn.Linear(3, 1), torch.nn.Flatten(0, 1))
    loss_fn = torch.nn.MSELoss(reduction="sum")
    optimizer = torch.optim.RMSprop(model.parameters(), lr=1e-2)
    for t in range(40):
        loss = loss_fn(model(xx), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    linear_layer = model[0]
    print(f"{linear_layer.bias.item():.3f} {[f'{w:.3f}' for w in linear_layer.weight[0].tolist()]} {loss.item():.2f}")


class DynamicNet(torch.nn.Module):
    def __init__(self):
        super().__init__()
        for k, name in enumerate("abcde"):
            setattr(self, name, torch.nn.Parameter(torch.tensor(0.1 * k)))

    def forward(self, x):
        y = self.a + self.b * x + self.c * x**2 + self.d * x**3
        for exp in range(4, random.randint(4, 6)):
            y = y + self.e * 1e-4 * x**exp
        return y

    def string(self):
        return f"y = {self.a.item():.4f} + {self.b.item():.4f} x + {self.c.item():.4f} x^2 + {self.e.item():.4f} x^4 ?"


def dynamic():
    random.seed(1)
    x = torch.linspace(-1, 1, 100)
    model = DynamicNet()
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-3, momentum=0.9)
    for t in range(25):
        loss = torch.nn.MSELoss(reduction="sum")(model(x), torch.sin(x))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(model.string(), f"{loss.item():.3f}")


by_numpy()
by_autograd()
by_function()
by_nn()
dynamic()
