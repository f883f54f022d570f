import numpy as np

np.random.seed(0)
X = np.linspace(0, 1, 20)
y = 2 * X + 1 + 0.1 * np.random.randn(20)
w, b = 0.0, 0.0
for epoch in range(100):
    error = w * X + b - y
    w -= 0.5 * 2 * (error * X).mean()
    b -= 0.5 * 2 * error.mean()
    if epoch % 25 == 0:
        print(epoch, round(np.mean(error**2), 5))
print(f"{w:.4f} {b:.4f}")
A = np.vstack([X, np.ones(len(X))]).T
solution = np.linalg.lstsq(A, y, rcond=None)[0]
print(solution, A.shape)
print(np.linalg.inv(A.T @ A) @ A.T @ y)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


print(sigmoid(np.array([-1.0, 0.0, 1.0])), softmax(np.array([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]])))
