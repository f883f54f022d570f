import torch

device = torch.device("cuda:0" if torch.cuda.is_available() else "cpu")
x = torch.ones(2, device=device)
print(device, repr(device), x.device, x.to(device) is x, x.cpu() is x, str(x.device) == "cpu", x.device == torch.device("cpu"))
print(torch.cuda.is_available(), torch.cuda.device_count(), torch.backends.mps.is_available(), x.get_device(), x.is_cpu)
print(torch.tensor([1, 2], dtype=torch.float32, device="cpu"), torch.zeros(1).to("cpu", torch.float64), torch.zeros(1).to(torch.ones(1, dtype=torch.int8)).dtype)
model = torch.nn.Linear(1, 1).to(device)
print(next(model.parameters()).device, {p.device.type for p in model.parameters()})
print(torch.device("cpu") == torch.device("cpu"), torch.device("cuda", 1), torch.device("cuda:1").index, hash(torch.device("cpu")) == hash(torch.device("cpu")))
try:
    torch.device("gpu")
except RuntimeError as error:
    print(str(error)[:40], str(error)[-8:])
try:
    torch.ones(1, device="nope")
except RuntimeError as error:
    print(type(error).__name__, str(error)[-8:])
torch.set_default_device("cpu")
print(torch.ones(1).device, torch.get_num_threads() > 0, torch.are_deterministic_algorithms_enabled())
torch.use_deterministic_algorithms(False)
torch.set_num_threads(1)
with torch.device("cpu"):
    print(torch.ones(1).device)
