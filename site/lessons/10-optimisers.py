# %% descent
import torch


def valley(x, y):
    return x**2 + y**2 * 10


view = {"x": (-3, 3), "y": (-1.6, 1.6)}
plot.contour(valley, view)

p = torch.tensor([-2.5, 1.2], requires_grad=True)
for step in range(25):
    plot.path("descent", p[0], p[1])
    valley(p[0], p[1]).backward()
    with torch.no_grad():
        p -= p.grad * 0.08
    p.grad = None
p

# %% bounce
y = torch.tensor(1.2, requires_grad=True)
for step in range(3):
    (y**2 * 10).backward()
    with torch.no_grad():
        y -= y.grad * 0.1
    y.grad = None
y.detach()

# %% rates
for rate in [0.005, 0.09, 0.101]:
    at = torch.tensor([-2.5, 1.2], requires_grad=True)
    for step in range(40):
        loss = valley(at[0], at[1])
        plot.line(f"rate {rate}", loss)
        loss.backward()
        with torch.no_grad():
            at -= at.grad * rate
        at.grad = None
    print(rate, valley(at[0], at[1]).detach())

# %% momentum
def run(name, rule, steps=40):
    p = torch.tensor([-2.5, 1.2], requires_grad=True)
    for step in range(steps):
        plot.path(name, p[0], p[1])
        valley(p[0], p[1]).backward()
        with torch.no_grad():
            rule(p, p.grad)
        p.grad = None
    return p.detach()


def sgd(rate):
    def rule(p, grad):
        p -= grad * rate

    return rule


def momentum(rate, mu):
    v = torch.zeros(2)

    def rule(p, grad):
        v.mul_(mu).add_(grad)
        p.sub_(v * rate)

    return rule


plot.contour(valley, view)
print(run("descent", sgd(0.02)))
print(run("momentum", momentum(0.02, 0.8)))

# %% velocity
velocity = torch.zeros(1)
for step in range(3):
    velocity.mul_(0.5).add_(1)
velocity

# %% rmsprop
def rmsprop(rate, alpha, eps=1e-8):
    s = torch.zeros(2)

    def rule(p, grad):
        s.mul_(alpha).add_(grad**2 * (1 - alpha))
        p.sub_(grad * rate / (s.sqrt() + eps))

    return rule


plot.contour(valley, view)
print(run("RMSprop", rmsprop(0.1, 0.9)))

# %% adam
def adam(rate, betas=(0.9, 0.999), eps=1e-8):
    beta1, beta2 = betas
    m, s, t = torch.zeros(2), torch.zeros(2), 0

    def rule(p, grad):
        nonlocal t
        t += 1
        m.mul_(beta1).add_(grad * (1 - beta1))
        s.mul_(beta2).add_(grad**2 * (1 - beta2))
        m_hat = m / (1 - beta1**t)
        s_hat = s / (1 - beta2**t)
        p.sub_(m_hat * rate / (s_hat.sqrt() + eps))

    return rule


plot.contour(valley, view)
print(run("Adam", adam(0.2)))

# %% first-step
start = torch.zeros(2)
adam(0.1)(start, torch.tensor([1000, 0.001]))
start

# %% same
plot.contour(valley, view)
q = torch.tensor([-2.5, 1.2], requires_grad=True)
optimizer = torch.optim.Adam([q], lr=0.2)
for step in range(40):
    plot.path("torch.optim", q[0], q[1])
    optimizer.zero_grad()
    valley(q[0], q[1]).backward()
    optimizer.step()
print(q.detach())
print(torch.allclose(q.detach(), run("Adam", adam(0.2))))

# %% race
def banana(x, y):
    return (1 - x) ** 2 + (y - x**2) ** 2 * 5


racers = {
    "SGD": lambda p: torch.optim.SGD(p, lr=0.01),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9),
    "RMSprop": lambda p: torch.optim.RMSprop(p, lr=0.02, alpha=0.9),
    "Adam": lambda p: torch.optim.Adam(p, lr=0.1),
}
plot.contour(banana, {"x": (-2, 2), "y": (-1, 3)})
for name, make in racers.items():
    at = torch.tensor([-1.5, 2.5], requires_grad=True)
    racer = make([at])
    for step in range(150):
        plot.path(name, at[0], at[1])
        racer.zero_grad()
        banana(at[0], at[1]).backward()
        racer.step()
    print(name, at.detach())

# %% step-lr
w = torch.zeros(1, requires_grad=True)
sgd_optimizer = torch.optim.SGD([w], lr=0.8)
halving = torch.optim.lr_scheduler.StepLR(sgd_optimizer, 3, gamma=0.5)
seen = []
for epoch in range(8):
    seen.append(halving.get_last_lr()[0])
    sgd_optimizer.step()
    halving.step()
seen

# %% schedules
import math

schedules = {
    "exponential": lambda o: torch.optim.lr_scheduler.ExponentialLR(o, 0.95),
    "cosine": lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 60),
    "warm-up": lambda o: torch.optim.lr_scheduler.LambdaLR(o, lambda t: min((t + 1) / 10, math.sqrt(10 / (t + 1)))),
}
for name, make in schedules.items():
    o = torch.optim.SGD([w], lr=1)
    schedule = make(o)
    for epoch in range(60):
        plot.line(name, schedule.get_last_lr()[0])
        o.step()
        schedule.step()
    print(name, f"{schedule.get_last_lr()[0]:.4f}")

# %% stochastic
torch.manual_seed(42)
xs = torch.rand(500)
ys = xs * 2 - 1 + (torch.rand(500) - 0.5) * 0.2

for batch in [500, 50]:
    line = torch.zeros(2, requires_grad=True)
    opt = torch.optim.SGD([line], lr=0.2)
    for step in range(20000 // batch):
        some = torch.randperm(500)[:batch]
        predicted = xs[some] * line[0] + line[1]
        loss = ((predicted - ys[some]) ** 2).mean()
        opt.zero_grad()
        loss.backward()
        opt.step()
        plot.line(f"batches of {batch}", (step + 1) * batch / 1000, loss)
    print(batch, line.detach())
