# %% digits
import torch
from torch import nn
from torch.nn import functional as F

FONT = ["699996", "262227", "69124F", "692196", "359F11", "F8E196", "68E996", "F12244", "696996", "699716"]
glyphs = torch.tensor([[[(int(row, 16) >> bit) & 1 for bit in (3, 2, 1, 0)] for row in rows] for rows in FONT]).float()


def draw(count):
    labels = torch.randint(10, (count,))
    down, right = torch.randint(7, (count,)), torch.randint(9, (count,))
    images = torch.zeros(count, 1, 12, 12)
    for k in range(count):
        images[k, 0, down[k] : down[k] + 6, right[k] : right[k] + 4] = glyphs[labels[k]]
    ink = torch.rand(count, 1, 1, 1) * 0.4 + 0.6
    return images * ink + torch.rand(count, 1, 12, 12) * 0.2, labels


torch.manual_seed(42)
images, labels = draw(1000)
print(images.shape, labels[:8])

# %% see
plot.image("digits", images[:20, 0], labels[:20].tolist())

# %% patch
kernel = torch.tensor([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])
seven = torch.zeros(12, 12)
seven[3:9, 4:8] = glyphs[7]
seven[2:5, 3:6]

# %% one-place
(seven[2:5, 3:6] * kernel).sum()

# %% slide
out = torch.zeros(10, 10)
for i in range(10):
    for j in range(10):
        out[i, j] = (seven[i : i + 3, j : j + 3] * kernel).sum()
out

# %% conv2d
same = F.conv2d(seven.view(1, 1, 12, 12), kernel.view(1, 1, 3, 3))
print(same.shape, torch.equal(same[0, 0], out))

# %% see-edges
answers = torch.zeros(12, 12)
for i in range(10):
    for j in range(10):
        answers[i + 1, j + 1] = out[i, j] / 2
        if j % 4 != 1:
            continue
        image = seven.clone()
        image[i : i + 3, j : j + 3] -= 0.5
        plot.image("the kernel slides", torch.stack([image, answers]), ["where it lies", "its answers"])

# %% sizes
x = torch.zeros(1, 1, 12, 12)
w = torch.zeros(1, 1, 3, 3)
print(F.conv2d(x, w, padding=1).shape, F.conv2d(x, w, stride=2).shape)

# %% count
dense = nn.Linear(144, 144)
conv = nn.Conv2d(1, 1, 3, padding=1)
print(sum(p.numel() for p in dense.parameters()), sum(p.numel() for p in conv.parameters()))

# %% shift
moved = seven.roll((1, 2), (0, 1))
again = F.conv2d(moved.view(1, 1, 12, 12), kernel.view(1, 1, 3, 3))[0, 0]
torch.equal(again[1:, 2:], out[:-1, :-2])

# %% channels
layer = nn.Conv2d(3, 8, 5)
print(layer.weight.shape, layer.bias.shape, layer(torch.zeros(2, 3, 20, 30)).shape)

# %% pool
board = torch.tensor([[1, 2, 5, 0], [3, 0, 0, 1], [0, 0, 7, 8], [4, 0, 9, 6]])
F.max_pool2d(board.float().view(1, 1, 4, 4), 2)

# %% model
torch.manual_seed(0)
model = nn.Sequential(
    nn.Conv2d(1, 8, 3, padding=1),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Conv2d(8, 24, 3, padding=1),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(216, 10),
)
print(model(images[:5]).shape, sum(p.numel() for p in model.parameters()))


# %% train
def train(model, epochs, show=None):
    opt = torch.optim.Adam(model.parameters(), lr=0.01)
    for epoch in range(epochs):
        for batch in torch.randperm(1000).split(25):
            loss = F.cross_entropy(model(images[batch]), labels[batch])
            opt.zero_grad()
            loss.backward()
            opt.step()
            if show:
                show(loss)


def of_ten(model, images, labels):
    with torch.no_grad():
        right = int((model(images).argmax(1) == labels).sum())
    return 10 * right // len(labels)


new_images, new_labels = draw(300)
print(of_ten(model, new_images, new_labels), "of 10 before")
step = 0


def draw_step(loss):
    global step
    plot.line("loss", loss)
    if step % 10 == 0:
        plot.image("kernels of the first layer", model[0].weight.squeeze(1))
    step += 1


train(model, 8, draw_step)
print(of_ten(model, new_images, new_labels), "of 10 after")

# %% linear
torch.manual_seed(0)
flat = nn.Sequential(nn.Flatten(), nn.Linear(144, 10))
train(flat, 8)
print(of_ten(flat, images, labels), "of 10 seen,", of_ten(flat, new_images, new_labels), "of 10 new")

# %% maps
with torch.no_grad():
    maps = model[1](model[0](new_images[:1]))
plot.image("a digit", new_images[0, 0], new_labels[:1].tolist())
plot.image("what the first layer sees", maps[0])
