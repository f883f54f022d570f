import torch

x = torch.arange(6).reshape(2, 3)
for row in x:
    print(row, row.sum().item())
for index, row in enumerate(x):
    for value in row:
        print(index, value, value.item(), end="; ")
print()
for a, b in zip(x[0], x[1]):
    print(a * b, end=" ")
print([v.item() ** 2 for v in x.flatten()], {int(v): float(v) / 2 for v in x[0]})
print(sum(x.flatten()), max(x[0]), min(x[1]), sorted(x[1].tolist(), reverse=True))
print(list(x), list(map(int, x[0])), tuple(x[1]), any(v > 4 for v in x.flatten()))
a, b, c = x[0]
print(a, b, c, 4 in x, 9 in x, list(reversed(x)))
first, *rest = x.flatten()
print(first, rest)
for k in range(len(x)):
    print(k, x[k, -1], x[k][0])
print(list(zip(*x.tolist())), [r.tolist() for r in x.unbind(1)])
