import torch
from handgrad import case


def causal_mix(scores, v):
    hidden = torch.ones(scores.shape).triu(1).bool()
    return scores.masked_fill(hidden, -torch.inf).softmax(-1) @ v


case(causal_mix, torch.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 5.0], [1.0, 1.0, 1.0]]), torch.tensor([[1.0, 0.0], [0.0, 1.0], [5.0, 5.0]]))
torch.manual_seed(2)
case(causal_mix, torch.randn(5, 5), torch.randn(5, 3))
case(causal_mix, torch.randn(7, 7) * 4, torch.rand(7, 2))
case(causal_mix, torch.randn(1, 1), torch.randn(1, 4))
