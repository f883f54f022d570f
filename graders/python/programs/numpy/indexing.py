import numpy as np

a = np.arange(12).reshape(3, 4)
print(a[0], a[:, 1], a[1:, ::2], a[-1, -1], a[..., 0], a[None].shape)
print(a[[0, 2]], a[[0, 1], [1, 2]], a[a % 2 == 0], a[a.sum(axis=1) > 10], a[np.array([True, False, True])])
a[0, 0] = 100
a[1] = 0
a[:, 3] = [7, 8, 9]
a[a == 0] = -1
print(a)
v = a[0]
v[1] = 55
print(a[0, 1], v.base is a if False else "view", a.copy() is a)
a += 1
a *= 2
print(a)
print(a.max(axis=0), a.argmax(axis=1), a.sum(axis=1, keepdims=True), a.mean(axis=0), (a > 5).sum(), a.T.shape, a.transpose(1, 0).shape)
for index in np.ndindex(1, 2):
    print(index, a[index])
for i, row in enumerate(a):
    print(i, row)
try:
    a[5]
except IndexError as error:
    print(error)
try:
    a + np.ones(3)
except ValueError as error:
    print(error)
try:
    a.reshape(5, 5)
except ValueError as error:
    print(error)
try:
    bool(a)
except ValueError as error:
    print(error)
try:
    np.ones((2, 3)) @ np.ones((2, 3))
except ValueError as error:
    print(error)
try:
    np.array([[1, 2], [3]])
except ValueError as error:
    print(error)
