import torch
from torch import nn


class AutoEncoder(nn.Module):
    def __init__(self, dims=(6, 3, 2)):
        super().__init__()
        layers = []
        for a, b in zip(dims[:-1], dims[1:]):
            layers += [nn.Linear(a, b), nn.ReLU()]
        self.encoder = nn.Sequential(*layers[:-1])
        layers = []
        for a, b in zip(dims[::-1][:-1], dims[::-1][1:]):
            layers.extend([nn.Linear(a, b), nn.ReLU()])
        self.decoder = nn.Sequential(*layers[:-1], nn.Sigmoid())

    def encode(self, x):
        return self.encoder(x)

    def forward(self, x):
        return self.decoder(self.encode(x))


class VAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.mu, self.logvar = nn.Linear(4, 2), nn.Linear(4, 2)
        self.out = nn.Linear(2, 4)

    def reparameterize(self, mu, logvar):
        std = torch.exp(0.5 * logvar)
        eps = torch.randn_like(std)
        return mu + eps * std

    def forward(self, x):
        mu, logvar = self.mu(x), self.logvar(x)
        z = self.reparameterize(mu, logvar)
        return torch.sigmoid(self.out(z)), mu, logvar


torch.manual_seed(0)
model = AutoEncoder()
print(model)
x = torch.rand(4, 6)
print(model.encode(x).shape, model(x).shape, f"{nn.functional.mse_loss(model(x), x):.4f}")
vae = VAE()
recon, mu, logvar = vae(torch.rand(3, 4))
kl = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
print(recon.shape, f"{kl.item():.4f}")
dist = torch.distributions.Normal(torch.zeros(2), torch.ones(2)) if hasattr(torch, "distributions") and False else None
print(dist)
