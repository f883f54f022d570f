import torch

torch.manual_seed(42)
print(torch.rand(3), torch.randn(2, 2), torch.randint(0, 10, (5,)), torch.randperm(6))
g = torch.Generator().manual_seed(1)
print(torch.rand(2, generator=g), torch.randint(5, (3,), generator=g), torch.rand(2, generator=g))
torch.manual_seed(42)
a = torch.rand(2)
torch.manual_seed(42)
print(torch.equal(a, torch.rand(2)), torch.initial_seed())
print(torch.bernoulli(torch.full((5,), 0.5)), torch.multinomial(torch.tensor([0.1, 0.9]), 5, replacement=True))
print(torch.normal(0.0, 1.0, (3,)), torch.empty(2).uniform_(-1, 1), torch.empty(3).normal_(mean=5, std=0.1), torch.rand_like(a))
state = torch.get_rng_state()
b = torch.rand(1)
torch.set_rng_state(state)
print(torch.rand(1) == b, torch.normal(torch.zeros(2), torch.ones(2)), torch.randn_like(torch.zeros(2)))
with torch.random.fork_rng():
    torch.rand(5)
print(torch.rand(1))
