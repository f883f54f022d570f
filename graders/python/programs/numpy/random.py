import numpy as np

np.random.seed(42)
print(np.random.rand(3), np.random.randn(3), np.random.randint(0, 10, 5), np.random.randint(100), np.random.rand())
print(np.random.uniform(-1, 1, 3), np.random.normal(5, 2, size=(2, 2)), np.random.choice([10, 20, 30], 4), np.random.choice(5, 3, replace=False))
print(np.random.permutation(6), np.random.random(2), np.random.randint(1, 7, size=(2, 3)), np.random.choice(["a", "b"], p=[0.1, 0.9]) if False else "")
x = np.arange(6)
np.random.shuffle(x)
print(x, np.random.choice(4, 5, p=[0.1, 0.2, 0.3, 0.4]), np.random.exponential(2.0, 2), np.random.standard_normal(2))
rng = np.random.default_rng(42)
print(rng.random(3), rng.integers(0, 10, 5), rng.standard_normal(3), rng.normal(0, 1, (2, 2)), rng.uniform(0, 5, 2), rng.integers(100))
print(rng.choice(5, 3, replace=False), rng.permutation(5), rng.choice([1.5, 2.5, 3.5], size=2), rng.choice(4, 5, p=[0.1, 0.2, 0.3, 0.4]))
y = [1, 2, 3, 4]
rng.shuffle(y)
print(y, rng.random(dtype=np.float32), rng.integers(1, 6, size=3, endpoint=True))
state = np.random.RandomState(7)
print(state.rand(2), state.randint(5, size=3), state.normal())
