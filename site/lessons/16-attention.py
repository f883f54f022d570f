# %% text
import math

import torch
from torch import nn
from torch.nn import functional as F

TEXT = (
    "the sea is wide and the sea is deep, the moon is pale and the hills asleep. "
    "the wind is cold and the wind is strong, the night is dark and the road is long. "
    "the fire is warm and the bread is sweet, the cat is grey with its small white feet. "
    "the rain is soft and the rain is grey, the lamp is lit at the end of day. "
)
chars = sorted(set(TEXT))
code = torch.tensor([chars.index(c) for c in TEXT])
print(len(TEXT), len(chars), code[:7])

# %% pairs
context = 6
x, y = code[:context], code[1 : context + 1]
for t in range(context):
    print(repr("".join(chars[i] for i in x[: t + 1])), "->", repr(chars[y[t]]))

# %% scores
torch.manual_seed(0)
q, k, v = torch.randn(3, 4, 2)
scores = q @ k.T / math.sqrt(2)
scores

# %% softmax
weights = scores.softmax(-1)
weights

# %% mix
weights @ v

# %% variance
torch.manual_seed(1)
a, b = torch.randn(2, 1000, 64)
dots = (a * b).sum(1)
print(dots.std(), (dots / 8).std())

# %% causal
hidden = torch.ones(4, 4).triu(1).bool()
masked = scores.masked_fill(hidden, -math.inf)
masked.softmax(-1)[0]

# %% see-causal
plot.image("who looks at whom", masked.softmax(-1))

# %% builtin
ours = masked.softmax(-1) @ v
theirs = F.scaled_dot_product_attention(q, k, v, is_causal=True)
torch.allclose(ours, theirs)

# %% heads
z = torch.arange(16).view(1, 2, 8)
split = z.view(1, 2, 2, 4).transpose(1, 2)
print(split, split.data_ptr() == z.data_ptr())

# %% order
shuffle = torch.tensor([2, 0, 3, 1])
mixed = (q[shuffle] @ k[shuffle].T / math.sqrt(2)).softmax(-1) @ v[shuffle]
torch.allclose(mixed, (weights @ v)[shuffle])


# %% attention
class Attention(nn.Module):
    def __init__(self, size, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)

    def forward(self, x):
        batch, time, size = x.shape
        parts = self.qkv(x).view(batch, time, 3, self.heads, -1)
        q, k, v = parts.permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        return self.out(mixed.transpose(1, 2).reshape(batch, time, size))


# %% model
class Reader(nn.Module):
    def __init__(self, kinds, context, size, heads):
        super().__init__()
        self.token = nn.Embedding(kinds, size)
        self.place = nn.Embedding(context, size)
        self.norm1 = nn.LayerNorm(size)
        self.attention = Attention(size, heads)
        self.norm2 = nn.LayerNorm(size)
        self.think = nn.Sequential(nn.Linear(size, 4 * size), nn.GELU(), nn.Linear(4 * size, size))
        self.head = nn.Linear(size, kinds)

    def forward(self, x):
        h = self.token(x) + self.place(torch.arange(x.shape[1]))
        h = h + self.attention(self.norm1(h))
        h = h + self.think(self.norm2(h))
        return self.head(h)


torch.manual_seed(42)
model = Reader(len(chars), 16, 32, 4)
print(sum(p.numel() for p in model.parameters()), model(code[:16].view(1, 16)).shape)


# %% loss
def batch(count, length):
    starts = torch.randint(len(code) - length, (count, 1))
    places = starts + torch.arange(length)
    return code[places], code[places + 1]


xs, ys = batch(16, 16)
loss = F.cross_entropy(model(xs).flatten(0, 1), ys.flatten())
print(f"{loss.item():.2f}", f"{math.log(len(chars)):.2f}")

# %% train
opt = torch.optim.AdamW(model.parameters(), lr=0.01)
for step in range(250):
    xs, ys = batch(16, 16)
    loss = F.cross_entropy(model(xs).flatten(0, 1), ys.flatten())
    opt.zero_grad()
    loss.backward()
    opt.step()
    plot.line("loss", loss)
print(loss.item() < 0.5)

# %% greedy here
seen = [chars.index(c) for c in "the moon is"]
for _ in range(40):
    with torch.no_grad():
        scores = model(torch.tensor([seen[-16:]]))
    seen.append(scores[0, -1].argmax().item())
print("".join(chars[i] for i in seen))

# %% maps
h = model.token(code[:16]) + model.place(torch.arange(16))
parts = model.attention.qkv(model.norm1(h)).view(16, 3, 4, 8)
queries, keys = parts[:, 0].transpose(0, 1), parts[:, 1].transpose(0, 1)
looks = queries @ keys.mT / math.sqrt(8)
future = torch.ones(16, 16).triu(1).bool()
heads = [f"head {n}" for n in range(1, 5)]
plot.image("what four heads look at", looks.masked_fill(future, -math.inf).softmax(-1), heads)
