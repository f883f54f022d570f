"""Functions of arrays that are asked for less often, and NumPy's own numbers."""

import numpy as np

print(np.append([1, 2], 3), np.append([[1, 2]], [[3, 4]], axis=0), np.insert([1, 2], 1, 9), np.delete([1, 2, 3], 1), np.delete(np.eye(3), [0, 2], axis=1))
print(np.take([1, 2, 3], [0, 2]), np.argwhere([0, 1, 1]), np.atleast_2d([1, 2]), np.flipud(np.eye(2)), np.rot90(np.arange(4).reshape(2, 2)), np.tri(3))
print(np.indices((2, 2)).shape, np.mgrid[0:2, 0:3].shape, [one.shape for one in np.ogrid[0:2, 0:3]], np.ix_([0, 1], [1])[0], np.r_[1:4, 9])
print(np.logspace(0, 2, 3), np.geomspace(1, 100, 3), np.fromiter((x * x for x in range(3)), dtype=float), np.apply_along_axis(sum, 0, np.ones((2, 2))))
print(np.digitize([0.2, 6.4], [0, 1, 2.5, 4]), np.gradient(np.array([1.0, 4, 9])), np.convolve([1, 2], [1, 1]), np.convolve([1, 2, 3], [0, 1, 0.5], "same"))
print(np.nan_to_num([np.nan, 1]), np.rint([0.5, 1.5]), np.logaddexp(0, 0), np.heaviside([-1, 0, 1], 0.5), np.deg2rad(180), np.cov([1, 2, 3], [1, 2, 4]), np.roll([[1, 2], [3, 4]], 1))
print([np.any([0, 1]), np.all([0, 1]), np.float64(3) == 3, np.bool_(True) & np.False_, np.True_ | False, ~np.True_, np.count_nonzero([0, 2]), np.full(2, np.pi)])
print([np.float64(1.567).round(2), np.array([1, 2]).mean().round(1), np.finfo(np.float32).eps, np.array([1, 2], dtype="i4"), np.random.default_rng(3).integers(10)])
print("yes" if np.any([0, 1]) else "no", bool(np.False_), np.True_ + 1, f"{np.True_}", sum(np.array([1, 2, 3]) > 1), np.roll([1, 2, 3], 1))
with np.printoptions(precision=2):
    print(np.array([1.23456]))
print(np.array([1.23456]), np.random.binomial(10, 0.5, 4), np.random.poisson(3.0, 4), np.random.binomial(5, 0.8))
try:
    np.linalg.inv(np.zeros((2, 2)))
except np.linalg.LinAlgError as error:
    print(error)
import torch

x = np.arange(4.0)
part = x[1:]
part[:] = 7
print(x, np.shares_memory(x, part), np.shares_memory(x, x.copy()))
print(torch.tensor([np.array([1, 2]), np.array([3, 4])]), torch.as_tensor(np.float64(3.5)), torch.tensor(np.int32(3)), torch.tensor(np.float32(1.5)))
print([round(np.float64(2.567), 1), round(np.float64(2.5))], x.take([0, 2]), np.kron([1, 2], [1, 1]), np.resize([1, 2], 3), np.linalg.matrix_power(np.eye(2) * 2, 3))
np.random.seed(1)
print(np.random.choice(["a", "b", "c"]), [str(one) for one in np.random.choice(["a", "b"], 4)], np.random.rand())
