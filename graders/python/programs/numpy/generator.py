# Samples of a Generator, to the last bit.
import numpy as np

rng = np.random.default_rng(42)
samples = rng.normal(size=3000)
print([repr(float(value)) for value in samples[:6]], repr(float(samples.max())), repr(float(samples.min())))
print("".join(str(int(abs(value) * 2**52) % 10) for value in samples))
print([repr(float(value)) for value in rng.normal(1.5, 0.3, size=3)], repr(float(rng.random())), rng.integers(0, 100, 5))
