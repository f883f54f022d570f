import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

torch.manual_seed(0)
model = nn.Linear(3, 2)
(model(torch.ones(4, 3)) ** 2).sum().backward()
norm = clip_grad_norm_(model.parameters(), max_norm=1.0)
print(f"{norm:.4f}", norm)
total = torch.sqrt(sum(p.grad.pow(2).sum() for p in model.parameters()))
print(f"{total:.4f}", model.bias.grad)
clip_grad_value_(model.parameters(), 0.1)
print(model.weight.grad.abs().max())
vector = nn.utils.parameters_to_vector(model.parameters())
print(vector.shape)
accumulation = 2
model.zero_grad()
for step in range(1, 5):
    loss = model(torch.ones(1, 3) * step).mean() / accumulation
    loss.backward()
    if step % accumulation == 0:
        print(step, model.bias.grad)
        model.zero_grad()
