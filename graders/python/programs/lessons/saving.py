"""Models and checkpoints: to a file, from a file, in parts, and what is said when they do not fit."""

import copy
import io
import os

import torch
import torch.nn as nn
import torch.optim as optim


class TheModelClass(nn.Module):
    def __init__(self, width=3):
        super(TheModelClass, self).__init__()
        self.conv1 = nn.Conv2d(1, 2, 3)
        self.norm = nn.BatchNorm2d(2)
        self.fc = nn.Linear(8, width)

    def forward(self, x):
        return self.fc(self.norm(self.conv1(x)).flatten(1))


torch.manual_seed(0)
model = TheModelClass()
optimizer = optim.SGD(model.parameters(), lr=0.001, momentum=0.9)
print("Model's state_dict:")
for param_tensor in model.state_dict():
    print(param_tensor, "\t", model.state_dict()[param_tensor].size())
print("Optimizer's state_dict:")
for var_name in optimizer.state_dict():
    print(var_name, "\t", optimizer.state_dict()[var_name])

model(torch.rand(2, 1, 4, 4)).sum().backward()
optimizer.step()
folder = "/tmp/handgrad_saving"
os.makedirs(folder, exist_ok=True)
PATH = os.path.join(folder, "checkpoint.tar")
torch.save({"epoch": 5, "model_state_dict": model.state_dict(), "optimizer_state_dict": optimizer.state_dict(), "loss": 0.4}, PATH)
print(os.path.exists(PATH), sorted(os.listdir(folder)))
other = TheModelClass()
other_optimizer = optim.SGD(other.parameters(), lr=0.5)
checkpoint = torch.load(PATH, weights_only=True)
print(other.load_state_dict(checkpoint["model_state_dict"]), sorted(checkpoint))
other_optimizer.load_state_dict(checkpoint["optimizer_state_dict"])
print(checkpoint["epoch"], checkpoint["loss"], other_optimizer.param_groups[0]["lr"], other_optimizer.param_groups[0]["momentum"])
print(all(torch.equal(a, b) for a, b in zip(model.state_dict().values(), other.state_dict().values())))

buffer = io.BytesIO()
torch.save(torch.tensor([1, 2, 3]), buffer)
buffer.seek(0)
print(torch.load(buffer))
try:
    torch.load(os.path.join(folder, "nothing.pt"))
except FileNotFoundError as error:
    print(str(error)[:65])
state = copy.deepcopy(model.state_dict())
del state["fc.bias"]
state["extra"] = torch.ones(1)
try:
    TheModelClass().load_state_dict(state)
except RuntimeError as error:
    print(error)
print(TheModelClass().load_state_dict(state, strict=False))
try:
    TheModelClass(width=4).load_state_dict(model.state_dict())
except RuntimeError as error:
    print(error)
for name in os.listdir(folder):
    os.remove(os.path.join(folder, name))
os.rmdir(folder)
with open("/tmp/handgrad_notes.txt", "w") as file:
    file.write("first line\nsecond line\n")
with open("/tmp/handgrad_notes.txt") as file:
    for number, line in enumerate(file, 1):
        print(number, line.strip())
os.remove("/tmp/handgrad_notes.txt")
