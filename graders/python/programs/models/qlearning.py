import random
from collections import deque, namedtuple

import torch
import torch.nn as nn

Transition = namedtuple("Transition", ("state", "action", "next_state", "reward"))


class ReplayMemory:
    def __init__(self, capacity):
        self.memory = deque([], maxlen=capacity)

    def push(self, *args):
        self.memory.append(Transition(*args))

    def sample(self, batch_size):
        return random.sample(self.memory, batch_size)

    def __len__(self):
        return len(self.memory)


random.seed(0)
torch.manual_seed(0)
memory = ReplayMemory(10)
for k in range(15):
    memory.push(torch.tensor([[float(k), 1.0]]), torch.tensor([[k % 2]]), torch.tensor([[k + 1.0, 1.0]]), torch.tensor([1.0 if k % 3 else 0.0]))
print(len(memory), memory.memory[0])
batch = Transition(*zip(*memory.sample(4)))
states, actions = torch.cat(batch.state), torch.cat(batch.action)
print(states, actions, torch.cat(batch.reward))
policy, target = nn.Linear(2, 2), nn.Linear(2, 2)
target.load_state_dict(policy.state_dict())
q = policy(states).gather(1, actions)
with torch.no_grad():
    next_q = target(torch.cat(batch.next_state)).max(1).values
expected = next_q * 0.9 + torch.cat(batch.reward)
loss = nn.SmoothL1Loss()(q, expected.unsqueeze(1))
loss.backward()
print(q.shape, expected.shape, f"{loss.item():.4f}")
for t, p in zip(target.parameters(), policy.parameters()):
    t.data.copy_(0.9 * t.data + 0.1 * p.data)
epsilon = 0.1
action = policy(states[:1]).max(1).indices.view(1, 1) if random.random() > epsilon else torch.tensor([[random.randrange(2)]])
print(action.shape, action.item() in (0, 1))
