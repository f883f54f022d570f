import torch
import torch.nn as nn

torch.manual_seed(1)
G = nn.Sequential(nn.Linear(2, 8), nn.LeakyReLU(0.2), nn.Linear(8, 2))
D = nn.Sequential(nn.Linear(2, 8), nn.LeakyReLU(0.2), nn.Linear(8, 1), nn.Sigmoid())
criterion = nn.BCELoss()
opt_g = torch.optim.Adam(G.parameters(), lr=2e-3, betas=(0.5, 0.999))
opt_d = torch.optim.Adam(D.parameters(), lr=2e-3, betas=(0.5, 0.999))
real_label, fake_label = 1.0, 0.0
for step in range(3):
    real = torch.randn(8, 2) + 3
    D.zero_grad()
    label = torch.full((8, 1), real_label)
    loss_real = criterion(D(real), label)
    loss_real.backward()
    noise = torch.randn(8, 2)
    fake = G(noise)
    label.fill_(fake_label)
    loss_fake = criterion(D(fake.detach()), label)
    loss_fake.backward()
    opt_d.step()
    G.zero_grad()
    label.fill_(real_label)
    loss_g = criterion(D(fake), label)
    loss_g.backward()
    opt_g.step()
    print(f"[{step}] D {loss_real + loss_fake:.3f} G {loss_g:.3f}")
print(all(p.grad is not None for p in G.parameters()), fake.requires_grad, fake.detach().requires_grad)
