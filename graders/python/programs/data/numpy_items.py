# NumPy's numbers in a data set, and what a loader makes of them.
import numpy as np, torch
from torch.utils.data import Dataset, DataLoader, default_collate
class D(Dataset):
    def __init__(self): self.x = np.arange(6, dtype=np.float32).reshape(3, 2); self.y = np.array([1., 2., 3.], dtype=np.float32); self.z = np.array([1, 2, 3])
    def __len__(self): return 3
    def __getitem__(self, i): return self.x[i], self.y[i], self.z[i], float(i), i
print(next(iter(DataLoader(D(), batch_size=3))))
print(default_collate([np.float32(2), np.float32(4)]), default_collate([np.float64(2)]), default_collate([1.0, 2.0]), default_collate([{"b": np.float32(2)}]))
