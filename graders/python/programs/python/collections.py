from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

import torch

counts = Counter("abracadabra")
print(counts, counts.most_common(2), counts["z"], sum(counts.values()), Counter([1, 1, 2]) + Counter([2]))
groups = defaultdict(list)
for k, word in enumerate(["x", "y", "x"]):
    groups[word].append(k)
print(groups, dict(groups), sorted(groups.items()))
window = deque([1, 2, 3], maxlen=3)
window.append(4)
window.appendleft(0)
print(window, len(window), window.popleft(), list(window), sum(window) / len(window), window[-1])
Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p._replace(x=5), p._asdict(), Point._fields, p == (1, 2), isinstance(p, tuple))
x, y = p
d = OrderedDict(a=1, b=2)
d["c"] = 3
d.move_to_end("a")
print(x, y, list(d), d)
Transition = namedtuple("Transition", "state action reward")
memory = deque(maxlen=2)
for k in range(3):
    memory.append(Transition(torch.tensor([k]), k, float(k)))
print(memory, Transition(*zip(*memory)).reward)
