"""A data set of one's own, transforms, samples in batches, and a collate function."""

import random

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, random_split


class LandmarksDataset(Dataset):
    """Faces, of which there are only the landmarks."""

    def __init__(self, count, transform=None):
        rng = np.random.RandomState(0)
        self.images = rng.randint(0, 256, (count, 6, 8, 3)).astype("uint8")
        self.landmarks = rng.rand(count, 4, 2).astype("float32")
        self.transform = transform

    def __len__(self):
        return len(self.images)

    def __getitem__(self, idx):
        if torch.is_tensor(idx):
            idx = idx.tolist()
        sample = {"image": self.images[idx], "landmarks": self.landmarks[idx]}
        return self.transform(sample) if self.transform else sample


class Rescale(object):
    def __init__(self, output_size):
        assert isinstance(output_size, (int, tuple))
        self.output_size = output_size

    def __call__(self, sample):
        image, landmarks = sample["image"], sample["landmarks"]
        return {"image": image[: self.output_size, : self.output_size], "landmarks": landmarks * self.output_size}


class ToTensor(object):
    def __call__(self, sample):
        image = sample["image"].transpose((2, 0, 1))
        return {"image": torch.from_numpy(image.copy()), "landmarks": torch.from_numpy(sample["landmarks"])}


class Compose:
    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, sample):
        for transform in self.transforms:
            sample = transform(sample)
        return sample


dataset = LandmarksDataset(10)
for i, sample in enumerate(dataset):
    print(i, sample["image"].shape, sample["landmarks"].shape)
    if i == 1:
        break
transformed = LandmarksDataset(10, Compose([Rescale(4), ToTensor()]))
sample = transformed[3]
print(sample["image"].size(), sample["image"].dtype, sample["landmarks"])
torch.manual_seed(0)
for i_batch, batch in enumerate(DataLoader(transformed, batch_size=4, shuffle=True, num_workers=0)):
    print(i_batch, batch["image"].size(), batch["landmarks"].size(), batch["image"].float().mean())
train, valid = random_split(dataset, [0.7, 0.3], generator=torch.Generator().manual_seed(42))
print(len(train), len(valid), valid.indices)


def collate(batch):
    longest = max(len(text) for text, _ in batch)
    padded = torch.zeros(len(batch), longest, dtype=torch.long)
    for row, (text, _) in enumerate(batch):
        padded[row, : len(text)] = torch.tensor([ord(c) - 96 for c in text])
    return padded, torch.tensor([label for _, label in batch])


pairs = [("ab", 0), ("c", 1), ("abc", 0), ("zz", 1), ("q", 0)]
for text, label in DataLoader(pairs, batch_size=2, collate_fn=collate):
    print(text.tolist(), label)


def set_seed(seed):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    torch.cuda.manual_seed_all(seed)
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False


set_seed(7)
print(random.random(), np.random.rand(), torch.rand(1))
