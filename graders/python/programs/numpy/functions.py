import numpy as np

x = np.array([0.0, 1.0, 4.0, 9.0])
print(np.sqrt(x), np.exp(x[:2]), np.log(x[1:]), np.sin(x), np.abs(-x), np.square(x), np.power(x, 2), np.sign(-x), np.floor(x / 2), np.ceil(x / 2))
print(np.sum(x), np.mean(x), np.median(x), np.std(x), np.max(x), np.min(x), np.argmax(x), np.argmin(x), np.prod(x[1:]), np.cumsum(x), np.diff(x))
print(np.maximum(x, 2), np.minimum(x, 2), np.clip(x, 1, 5), np.where(x > 1, x, 0), np.where(x > 1)[0], np.any(x > 8), np.all(x > 8))
print(np.concatenate([x, x]), np.stack([x, x]), np.vstack([x, x]), np.hstack([x, x]), np.tile(x[:2], 2), np.repeat(x[:2], 2), np.split(x, 2))
print(np.sort(np.array([3, 1, 2])), np.argsort(np.array([3, 1, 2])), np.unique(np.array([3, 1, 3])), np.unique([1, 2, 2], return_counts=True), np.flip(x), x[::-1])
print(np.allclose(x, x + 1e-9), np.array_equal(x, x), np.isnan(np.array([1, np.nan])), np.isclose(0.1 + 0.2, 0.3), np.count_nonzero(x), np.nonzero(x))
print(np.linalg.norm(x), np.linalg.inv(np.array([[2.0, 0.0], [0.0, 4.0]])), np.linalg.det(np.eye(2)), np.linalg.solve(np.array([[2.0, 1], [1, 3]]), np.array([3.0, 5])))
print(np.expand_dims(x, 0).shape, np.squeeze(x[None]).shape, np.transpose(x.reshape(2, 2)), x[:, None].shape, x[np.newaxis].shape, np.zeros_like(x), np.ones_like(x), np.full_like(x, 3))
print(np.meshgrid(np.arange(2), np.arange(3)), np.pi, np.e, np.inf, np.nan, np.histogram(np.array([1, 2, 2, 3]), bins=3), np.bincount([0, 1, 1]), np.average(x, weights=[1, 0, 0, 1]))
print(np.percentile(x, 50), np.quantile(x, 0.25), np.cov(x), np.corrcoef(x, x * 2), np.polyfit(x, 2 * x + 1, 1).round(4), np.interp(2.0, x, x), np.trapezoid(x), np.mod(x, 2), np.ptp(x))
