import random

import torch

random.seed(42)
print(random.random(), random.randint(1, 10), random.uniform(0, 5), random.choice(["a", "b", "c"]), random.gauss(0, 1))
items = list(range(8))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.choices([1, 2, 3], k=4), random.choices("ab", weights=[1, 9], k=5), random.randrange(0, 100, 7))
rng = random.Random(7)
print(rng.random(), rng.randint(0, 1), random.normalvariate(0, 1), rng.sample([1, 2, 3], 2), random.getrandbits(8))


def seed_everything(seed):
    import numpy as np

    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    if torch.cuda.is_available():
        torch.cuda.manual_seed_all(seed)
    torch.backends.cudnn.deterministic = True
    return random.random(), np.random.rand(), torch.rand(1).item()


print(seed_everything(3) == seed_everything(3), seed_everything(0))
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
print(device, repr(device), device.type, torch.ones(1, device=device).device, torch.zeros(1).to(device).device == device)
