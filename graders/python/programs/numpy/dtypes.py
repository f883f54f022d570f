import numpy as np
import torch

print(np.float32, np.int64, np.array([1]).dtype, np.array([1.0]).dtype == np.float64, np.dtype("float32"), np.array([1], dtype="int32").dtype.name)
print((np.array([1], dtype=np.int64) + np.array([1.5], dtype=np.float32)).dtype, (np.array([1.5], dtype=np.float32) + 1).dtype, (np.array([1]) + 1.5).dtype, (np.array([1]) / 1).dtype, (np.array([True]) + 1).dtype)
print(np.array([1, 2], dtype=np.uint8) + np.array([255, 255], dtype=np.uint8), np.array([1.9, -1.9]).astype(int), np.array([0, 2]).astype(bool), np.array([1, 2.5, True]).dtype)
print(np.array([1, 2]).itemsize, np.array([1, 2]).nbytes, np.zeros((2, 3)).strides, isinstance(np.float64(1), float), isinstance(np.array([1]), np.ndarray))
print(np.issubdtype(np.float32, np.floating), np.iinfo(np.int32).max, np.result_type(np.int32, np.float32), np.isscalar(3.0))
print(torch.from_numpy(np.array([1, 2])).dtype, torch.from_numpy(np.array([1.0])).dtype, torch.tensor(np.array([1.0, 2.0])), torch.tensor(np.float32(1.5)), torch.as_tensor(np.ones(2)), torch.tensor(np.int64(4)))
print(torch.ones(2).numpy().dtype, torch.ones(2, dtype=torch.int64).numpy(), torch.tensor([1.5]).numpy().astype(np.int64), torch.tensor(2.5).numpy(), torch.tensor([True]).numpy())
print(np.mean([1, 2, 3]), np.sum([[1, 2], [3, 4]], axis=0), np.array([[1, 2], [3, 4]]).tolist(), np.asarray([1, 2]), np.array(torch.ones(2)), np.sum(torch.ones(3).numpy()))
