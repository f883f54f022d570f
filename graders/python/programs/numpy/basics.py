import numpy as np

a = np.array([1, 2, 3])
b = np.array([[1.5, 2.0], [3.0, 4.25]])
print(a, b, a.dtype, b.dtype, a.shape, b.ndim, b.size, len(a), type(a))
print(np.zeros(3), np.ones((2, 2)), np.arange(5), np.arange(0, 1, 0.25), np.linspace(0, 1, 5), np.eye(2), np.full((2, 2), 7))
print(a + 1, a * 2, a ** 2, a / 2, a // 2, a % 2, -a, a == 2, a > 1, 1 / a)
print(b.sum(), b.mean(), b.max(), b.min(), b.sum(axis=0), b.mean(axis=1), b.std(), b.var(), b.argmax(), b.cumsum())
print(b.T, b.reshape(4), b.reshape(-1, 1), b.flatten(), b.ravel(), b[0], b[:, 1], b[1, 0], b[-1], b[b > 2])
print(a @ a, np.dot(a, a), b @ b, np.dot(b, b), np.outer(a, a), np.matmul(b, b))
print(repr(a), repr(b), [a], str(a), f"{a}", f"{b[0, 0]:.3f}", f"{b.mean():.2f}")
for row in b:
    print(row, row.sum())
print(a.tolist(), list(a), b[0, 0], a[0] + 1, type(a.tolist()[0]), float(b[0, 0]), int(a[1]), a.astype(float), a.astype(np.float32).dtype)
