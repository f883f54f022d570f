import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader, default_collate

sequences = [torch.tensor([1, 2, 3]), torch.tensor([4]), torch.tensor([5, 6])]


def collate(batch):
    lengths = torch.tensor([len(item) for item in batch])
    return pad_sequence(batch, batch_first=True, padding_value=0), lengths


for padded, lengths in DataLoader(sequences, batch_size=3, collate_fn=collate):
    print(padded, lengths)
records = [{"x": torch.tensor([k, k]), "y": k, "name": f"n{k}"} for k in range(4)]
for batch in DataLoader(records, batch_size=2):
    print(batch["x"], batch["y"], batch["name"], sorted(batch.keys()))
print(list(DataLoader([1, 2, 3, 4, 5], batch_size=2)), list(DataLoader([0.5, 1.5], batch_size=2)), list(DataLoader(["a", "b"], batch_size=2)))
print(default_collate([(1, 2.0), (3, 4.0)]), default_collate([torch.ones(2), torch.zeros(2)]))
print(list(DataLoader(range(6), batch_size=3, collate_fn=lambda items: sum(items))))
print([b.tolist() for b in DataLoader(torch.arange(5), batch_size=2)])
