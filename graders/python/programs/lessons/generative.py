"""A variational autoencoder and a GAN, on points in a plane."""

import torch
import torch.distributions as D
from torch import nn, optim
from torch.nn import functional as F

torch.manual_seed(1)
angles = torch.rand(64) * 6.2831853
data = torch.stack([angles.cos(), angles.sin()], dim=1) * 0.5 + 0.5


class VAE(nn.Module):
    def __init__(self):
        super(VAE, self).__init__()
        self.fc1 = nn.Linear(2, 16)
        self.fc21 = nn.Linear(16, 2)
        self.fc22 = nn.Linear(16, 2)
        self.fc3 = nn.Linear(2, 16)
        self.fc4 = nn.Linear(16, 2)

    def encode(self, x):
        h1 = F.relu(self.fc1(x))
        return self.fc21(h1), self.fc22(h1)

    def reparameterize(self, mu, logvar):
        std = torch.exp(0.5 * logvar)
        eps = torch.randn_like(std)
        return mu + eps * std

    def decode(self, z):
        h3 = F.relu(self.fc3(z))
        return torch.sigmoid(self.fc4(h3))

    def forward(self, x):
        mu, logvar = self.encode(x.view(-1, 2))
        z = self.reparameterize(mu, logvar)
        return self.decode(z), mu, logvar


def loss_function(recon_x, x, mu, logvar):
    BCE = F.binary_cross_entropy(recon_x, x.view(-1, 2), reduction="sum")
    KLD = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
    return BCE + KLD


model = VAE()
optimizer = optim.Adam(model.parameters(), lr=1e-2)
for epoch in range(4):
    model.train()
    train_loss = 0
    for start in range(0, 64, 16):
        optimizer.zero_grad()
        recon_batch, mu, logvar = model(data[start : start + 16])
        loss = loss_function(recon_batch, data[start : start + 16], mu, logvar)
        loss.backward()
        train_loss += loss.item()
        optimizer.step()
    print("====> Epoch: {} Average loss: {:.3f}".format(epoch, train_loss / len(data)))
prior, posterior = D.Normal(torch.zeros(2), torch.ones(2)), D.Normal(mu.detach()[0], (0.5 * logvar).exp().detach()[0])
print(torch.allclose(D.kl_divergence(posterior, prior).sum(), -0.5 * (1 + logvar - mu**2 - logvar.exp())[0].sum(), atol=1e-5))

latent_dim, real_label, fake_label = 3, 1.0, 0.0


def weights_init(m):
    classname = m.__class__.__name__
    if classname.find("Linear") != -1:
        nn.init.normal_(m.weight.data, 0.0, 0.2)
        nn.init.constant_(m.bias.data, 0)


netG = nn.Sequential(nn.Linear(latent_dim, 12), nn.BatchNorm1d(12), nn.ReLU(True), nn.Linear(12, 2), nn.Sigmoid())
netD = nn.Sequential(nn.Linear(2, 12), nn.LeakyReLU(0.2, inplace=True), nn.Linear(12, 1), nn.Sigmoid(), nn.Flatten(0))
netG.apply(weights_init)
netD.apply(weights_init)
print(netG, netD)
criterion = nn.BCELoss()
fixed_noise = torch.randn(4, latent_dim)
optimizerD = optim.Adam(netD.parameters(), lr=0.002, betas=(0.5, 0.999))
optimizerG = optim.Adam(netG.parameters(), lr=0.002, betas=(0.5, 0.999))
for i, real in enumerate(data.split(16)):
    netD.zero_grad()
    label = torch.full((real.size(0),), real_label, dtype=torch.float)
    errD_real = criterion(netD(real), label)
    errD_real.backward()
    noise = torch.randn(real.size(0), latent_dim)
    fake = netG(noise)
    label.fill_(fake_label)
    output = netD(fake.detach())
    errD_fake = criterion(output, label)
    errD_fake.backward()
    D_G_z1 = output.mean().item()
    optimizerD.step()
    netG.zero_grad()
    label.fill_(real_label)
    errG = criterion(netD(fake), label)
    errG.backward()
    optimizerG.step()
    print("[%d/%d] Loss_D: %.3f Loss_G: %.3f D(G(z)): %.3f" % (i, 4, (errD_real + errD_fake).item(), errG.item(), D_G_z1))
with torch.no_grad():
    print(netG.eval()(fixed_noise).detach().cpu().shape)
