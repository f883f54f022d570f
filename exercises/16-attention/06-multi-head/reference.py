import torch
from handgrad import case


def self_attention(x, wqkv, wo, heads):
    batch, time, size = x.shape
    apart = [part.view(batch, time, heads, -1).transpose(1, 2) for part in (x @ wqkv.t()).chunk(3, -1)]
    mixed = torch.nn.functional.scaled_dot_product_attention(*apart, is_causal=True)
    return mixed.transpose(1, 2).reshape(batch, time, size) @ wo.t()


torch.manual_seed(6)
case(self_attention, torch.randn(1, 3, 2), torch.randn(6, 2), torch.eye(2), 1)
case(self_attention, torch.randn(2, 5, 6), torch.randn(18, 6), torch.randn(6, 6), 3)
case(self_attention, torch.randn(3, 4, 8), torch.randn(24, 8) * 0.5, torch.randn(8, 8), 2)
case(self_attention, torch.randn(1, 7, 4), torch.randn(12, 4), torch.randn(4, 4), 4)
