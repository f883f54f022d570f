import torch

total = 0


def add(n):
    global total
    total += n
    return total


print(add(1), add(2), total)
values = [k for k in range(3)]
k = 10
print([k for k in values], k, (lambda: k)())
def f(x, acc=[]):
    acc.append(x)
    return acc


print(f(1), f(2), f(3, []))
x = torch.ones(1)


def rebind(x):
    x = x + 1
    return x


def mutate(x):
    x += 1
    return x


print(rebind(x), x, mutate(x), x)
a = b = [0]
a.append(1)
print(b, a is b, a == [0, 1], [1, 2] < [1, 3], (1, "a") == (1, "a"))
d = {"x": torch.tensor([1.0]), **{"y": 2}}
for key, value in d.items():
    print(key, value)
print(d.get("z"), d.setdefault("z", 3), d.pop("y"), list(d), "x" in d, len(d))
s = "hello"
print(s[1:3], s[-1], s * 2, s.count("l"), s.index("l"), s.title(), s.center(9, "*"), list(s), s.isalpha(), "%s!" % s, s.zfill(7), s.partition("l"))
nums = [3, 1, 2]
nums.sort(reverse=True)
print(nums, nums.index(1), nums[::-1], nums + [0], nums.count(3), sum(nums), nums.pop(), nums, nums.insert(0, 9), nums)
t = (1, 2, 3)
try:
    t[0] = 5
except TypeError as error:
    print(error)
st = {1, 2}
st.add(3)
st.discard(1)
print(st, 2 in st, st - {3}, frozenset([1]))
i = 0
while i < 10:
    i += 1
    if i % 2:
        continue
    if i > 6:
        break
    print(i, end=" ")
print()
for i in range(2):
    for j in range(2):
        print((i, j), end=";")
else:
    print("end")
print(type(lambda: 0).__name__, callable(f), f.__name__, f.__defaults__, isinstance(f, object), id(a) == id(b), None is None, not None, 0 or "x", "" and 1)
