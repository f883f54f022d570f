# A trained model's parts in another one.
import copy
import math
from collections import OrderedDict
from functools import partial
import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(2)
base = nn.Sequential(OrderedDict([("conv1", nn.Conv2d(1, 4, 3, padding=1)), ("relu1", nn.ReLU()), ("pool", nn.MaxPool2d(2)), ("conv2", nn.Conv2d(4, 8, 3)), ("flat", nn.Flatten()), ("fc", nn.Linear(8 * 2 * 2, 5))]))
acts = {}


def save(name):
    def hook(module, inputs, output):
        acts[name] = output.detach()

    return hook


handles = [m.register_forward_hook(save(n)) for n, m in base.named_modules() if isinstance(m, (nn.Conv2d, nn.Linear))]
x = torch.randn(2, 1, 8, 8)
print(base(x))
print({k: tuple(v.shape) for k, v in acts.items()})
for h in handles:
    h.remove()
grads = []
h = base.fc.register_full_backward_hook(lambda m, gi, go: grads.append((gi[0].shape, go[0].shape)))
base(x).sum().backward()
print(grads)
h.remove()
sd = base.state_dict()
renamed = OrderedDict((f"backbone.{k}", v) for k, v in sd.items())


class Tuned(nn.Module):
    def __init__(self, classes=3):
        super().__init__()
        self.backbone = copy.deepcopy(base)
        self.backbone.fc = nn.Identity()
        self.head = nn.Linear(32, classes)

    def forward(self, x):
        return self.head(self.backbone(x))


net = Tuned()
result = net.load_state_dict(renamed, strict=False)
print(result.missing_keys, result.unexpected_keys)
print(result)
try:
    net.load_state_dict(renamed)
except RuntimeError as e:
    print(e)
bad = dict(sd)
bad["fc.weight"] = torch.zeros(2, 2)
try:
    base.load_state_dict(bad)
except RuntimeError as e:
    print(e)
for name, p in net.named_parameters():
    p.requires_grad = name.startswith("head") or "conv2" in name
print([n for n, p in net.named_parameters() if p.requires_grad], sum(p.numel() for p in net.parameters() if not p.requires_grad))
opt = torch.optim.SGD([{"params": net.head.parameters(), "lr": 0.1}, {"params": (p for p in net.backbone.parameters() if p.requires_grad), "lr": 0.01}], lr=1.0, momentum=0.9)
print(opt)
scheds = [torch.optim.lr_scheduler.StepLR(opt, 2, gamma=0.5), torch.optim.lr_scheduler.ExponentialLR(opt, 0.9)]
chained = torch.optim.lr_scheduler.ChainedScheduler(scheds)
for step in range(4):
    opt.zero_grad()
    F.cross_entropy(net(x), torch.tensor([0, 2])).backward()
    opt.step()
    chained.step()
    print([f"{g['lr']:.5f}" for g in opt.param_groups], chained.get_last_lr())




def init(m, std=0.02):
    if isinstance(m, nn.Conv2d):
        nn.init.kaiming_normal_(m.weight, mode="fan_out", nonlinearity="relu")
    elif isinstance(m, nn.Linear):
        nn.init.trunc_normal_(m.weight, std=std)
        nn.init.zeros_(m.bias)


net.apply(partial(init, std=0.1))
print(net.head.weight.std(), net.backbone.conv1.weight.std(), nn.init.calculate_gain("relu"))
print(nn.init.orthogonal_(torch.empty(2, 3)), nn.init.eye_(torch.empty(2, 2)), nn.init._calculate_fan_in_and_fan_out(net.head.weight))
del net.backbone.relu1
net.backbone.add_module("act", nn.Tanh())
print([n for n, _ in net.backbone.named_children()], net.get_submodule("backbone.conv1"), net.get_parameter("head.bias").shape)
print(nn.utils.parameters_to_vector(net.head.parameters()).shape)
net.head.weight.data[0].zero_()
net.head.weight.data.clamp_(-0.05, 0.05)
with torch.no_grad():
    net.head.weight[1] = 1
    net.head.bias.copy_(torch.arange(3.0))
print(net.head.weight[:, :4], net.head.bias)
a, b = torch.randn(2, 3, 4), torch.randn(2, 4, 5)
print(torch.einsum("bij,bjk->bik", a, b).allclose(a @ b), torch.einsum("ii->i", torch.eye(3)), torch.einsum("bij->b", a), torch.einsum("i,j->ij", torch.arange(2.0), torch.arange(3.0)), torch.einsum("...ij->...ji", a).shape)
q = k = v = torch.randn(1, 2, 3, 4)
att = torch.einsum("bhqd,bhkd->bhqk", q, k).div(math.sqrt(4)).softmax(-1)
print(torch.allclose(torch.einsum("bhqk,bhkd->bhqd", att, v), F.scaled_dot_product_attention(q, k, v), atol=1e-6))
print(F.scaled_dot_product_attention(q, k, v, attn_mask=torch.ones(3, 3).tril().bool())[0, 0])


net.zero_grad()
print(all(p.grad is None for p in net.parameters()))
print(sum(t.nelement() * t.element_size() for t in net.state_dict().values()), "bytes")
