import torch

t = torch.tensor(3.14159265)
i = torch.tensor(42)
b = torch.tensor(True)
print(f"{t:.4f}|{t:10.2f}|{t:<10.3f}|{t:e}|{i:d}|{i:05d}|{i}|{b}")
print(f"{t.item():>8.3f}|{i.item():>6}|{t.item():+.1f}|{i.item():,}|{t.item():.2%}")
print(f"{torch.tensor([1.0, 2.0])}", "%.3f" % t, "%d" % i, "{:.2f}".format(t), "{0!r} {0}".format(t))
print(str(t), repr(t), t.item(), float(t), int(t), bool(t), round(t.item(), 2))
x = torch.tensor([1.5, 2.5])
try:
    print(f"{x:.2f}")
except TypeError as error:
    print(type(error).__name__, error)
print(f"{x[0]:.2f} {x.mean():.3f} {x.tolist()} {x.shape} {x.dtype} {x.sum() = }")
name, value = "loss", torch.tensor(0.123456)
print(f"{name:>10}: {value:.4f}", f"{name!r:<8}|{value.item():^12.5f}|")
for epoch in range(0, 30, 10):
    print(f"Epoch [{epoch + 1:3d}/30] loss {1 / (epoch + 1):.4f} lr={1e-3:.1e}")
