import torch

a = torch.tensor([1.0, 2.0, 3.0])
b = torch.tensor([4.0, 5.0, 6.0])
print(a + b, a - b, a * b, a / b, a**b, a @ b, -a, abs(-a), +a)
print(a // 2, a % 2, 10 - a, 10 / a, 2**a, 10 // a, 10 % a)
i = torch.tensor([7, -7])
print(i // 2, i % 3, i / 2, i * 1.5, i + True, i**2, ~i, i & 3, i | 8, i ^ 1, i << 1, i >> 1)
m = torch.tensor([True, False])
print(m & True, m | m, ~m, m ^ m, m + m, m * 2, m.sum(), m.float())
print(a == b, a != 2, a < 2, a >= 2, (a > 1) & (a < 3), 2 > a, not a[0] == 1)
a += 1
a *= b
a -= 0.5
a /= 2
print(a, a.add(1, alpha=2), torch.add(a, b, alpha=0.5), a.pow(2).sum().sqrt())
i += 2
i //= 2
i **= 2
i <<= 1
print(i, divmod(7, 2), i.clamp(min=3), i.remainder(4), a.lerp(b, 0.5))
print(1 < a[0] < 30, a[0] and b[0], a[0].item() or 3)
