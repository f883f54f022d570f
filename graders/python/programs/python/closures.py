import torch


def make_counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


a, b = make_counter(), make_counter()
print(a(), a(), b())
fs = [lambda x, k=k: x * k for k in range(3)]
print([f(torch.tensor(2)) for f in fs])


def gradient_descent(f, x0, lr=0.1, steps=50, tol=1e-6):
    x = torch.tensor(x0, requires_grad=True)
    history = []
    for k in range(steps):
        y = f(x)
        y.backward()
        with torch.no_grad():
            if x.grad.abs().max() < tol:
                break
            x -= lr * x.grad
        x.grad.zero_()
        history.append(y.item())
    return x.detach(), history


minimum, history = gradient_descent(lambda v: (v - 3) ** 2 + 1, 0.0)
print(f"{minimum:.4f}", len(history), f"{history[0]:.1f} -> {history[-1]:.4f}")
minimum, _ = gradient_descent(lambda v: ((v - torch.tensor([1.0, -2.0])) ** 2).sum(), [0.0, 0.0], lr=0.4)
print(minimum)


def newton(f, x, steps=6):
    for _ in range(steps):
        x = x.detach().requires_grad_(True)
        (g,) = torch.autograd.grad(f(x), x, create_graph=True)
        (h,) = torch.autograd.grad(g, x)
        x = x - g / h
    return x.item()


print(round(newton(lambda x: x**4 - 3 * x**2 + x, torch.tensor(1.0)), 5))


def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)


print(factorial(20), factorial(30))
sys_depth = lambda n: 0 if n == 0 else 1 + sys_depth(n - 1)
print(sys_depth(200))
try:
    endless = lambda n: endless(n + 1)
    endless(0)
except RecursionError as error:
    print("RecursionError", str(error)[:32])
