"""REINFORCE and an actor-critic, in a corridor with a prize at its end; and a memory of transitions."""

import math
import random
from collections import deque, namedtuple
from itertools import count

import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim
from torch.distributions import Categorical, Normal


class Corridor:
    def reset(self, seed=None):
        self.place = 2
        return torch.eye(5)[self.place]

    def step(self, action):
        self.place = max(0, min(4, self.place + (1 if action == 1 else -1)))
        done = self.place in (0, 4)
        return torch.eye(5)[self.place], 1.0 if self.place == 4 else -0.1, done, {}


class Policy(nn.Module):
    def __init__(self):
        super(Policy, self).__init__()
        self.affine1 = nn.Linear(5, 8)
        self.action_head = nn.Linear(8, 2)
        self.value_head = nn.Linear(8, 1)
        self.saved_actions, self.rewards = [], []

    def forward(self, x):
        x = F.relu(self.affine1(x))
        return F.softmax(self.action_head(x), dim=-1), self.value_head(x)


SavedAction = namedtuple("SavedAction", ["log_prob", "value"])
torch.manual_seed(543)
env, policy = Corridor(), Policy()
optimizer = optim.Adam(policy.parameters(), lr=3e-2)
eps = torch.finfo(torch.float32).eps


def select_action(state):
    probs, value = policy(state)
    m = Categorical(probs)
    action = m.sample()
    policy.saved_actions.append(SavedAction(m.log_prob(action), value))
    return action.item()


def finish_episode(gamma=0.9):
    R, returns = 0, deque()
    for r in policy.rewards[::-1]:
        R = r + gamma * R
        returns.appendleft(R)
    returns = torch.tensor(returns)
    if len(returns) > 1:
        returns = (returns - returns.mean()) / (returns.std() + eps)
    policy_losses, value_losses = [], []
    for (log_prob, value), R in zip(policy.saved_actions, returns):
        policy_losses.append(-log_prob * (R - value.item()))
        value_losses.append(F.smooth_l1_loss(value, R.unsqueeze(0)))
    optimizer.zero_grad()
    loss = torch.stack(policy_losses).sum() + torch.stack(value_losses).sum()
    loss.backward()
    optimizer.step()
    del policy.rewards[:]
    del policy.saved_actions[:]
    return loss.item()


lengths = []
for i_episode in count(1):
    state = env.reset()
    for t in range(1, 30):
        state, reward, done, _ = env.step(select_action(state))
        policy.rewards.append(reward)
        if done:
            break
    lengths.append(t)
    loss = finish_episode()
    if i_episode >= 8:
        break
print(lengths, f"{loss:.2f}")

Transition = namedtuple("Transition", ("state", "action", "next_state", "reward"))


class ReplayMemory(object):
    def __init__(self, capacity):
        self.memory = deque([], maxlen=capacity)

    def push(self, *args):
        self.memory.append(Transition(*args))

    def sample(self, batch_size):
        return random.sample(self.memory, batch_size)

    def __len__(self):
        return len(self.memory)


random.seed(0)
memory = ReplayMemory(6)
for k in range(9):
    memory.push(torch.full((1, 2), float(k)), torch.tensor([[k % 2]]), None if k == 8 else torch.full((1, 2), k + 1.0), torch.tensor([1.0]))
batch = Transition(*zip(*memory.sample(4)))
non_final_mask = torch.tensor(tuple(map(lambda s: s is not None, batch.next_state)), dtype=torch.bool)
non_final_next_states = torch.cat([s for s in batch.next_state if s is not None])
q = nn.Linear(2, 2)
state_action_values = q(torch.cat(batch.state)).gather(1, torch.cat(batch.action))
next_state_values = torch.zeros(4)
with torch.no_grad():
    next_state_values[non_final_mask] = q(non_final_next_states).max(1).values
expected = next_state_values * 0.9 + torch.cat(batch.reward)
print(len(memory), torch.cat(batch.state)[:, 0], non_final_mask, nn.SmoothL1Loss()(state_action_values, expected.unsqueeze(1)).shape)
epsilon = 0.05 + (0.9 - 0.05) * math.exp(-1.0 * 20 / 100)
print(f"{epsilon:.4f}")
normal = Normal(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 2.0]))
sample = normal.rsample()
print(normal, sample, normal.log_prob(sample).sum(), normal.entropy(), normal.mean, normal.stddev)
