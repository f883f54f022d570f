import torch

a = torch.tensor([1.0, 2.0, 3.0])
b = torch.tensor([1.0, 2.5, 2.0])
print(a.eq(b), a.ne(b), a.gt(b), a.le(b), torch.equal(a, b), torch.allclose(a, b), torch.isclose(a, b, atol=0.6), a.maximum(b), torch.minimum(a, b))
print((a == b).sum(), (a > b).any(), (a >= 1).all(), ~(a > 2), (a > 1) | (b > 2), (a > 1) ^ (b > 2), torch.logical_and(a > 1, b > 2), torch.logical_not(a > 1))
print(torch.isnan(torch.tensor([1.0, float("nan")])), torch.isinf(torch.tensor([float("inf"), 1.0])), torch.isfinite(torch.tensor([1.0, float("nan")])), torch.nan_to_num(torch.tensor([float("nan"), float("inf")])), torch.tensor(float("nan")) == torch.tensor(float("nan")))
print(a.sign(), a.neg(), a.reciprocal(), a.square(), a.sqrt(), a.rsqrt(), a.exp(), a.log(), a.log2(), a.log10(), a.log1p(), a.expm1())
print(a.sin(), a.cos(), a.tan(), a.sinh(), a.tanh(), a.sigmoid(), a.asin(), a.atan(), torch.atan2(a, b), a.erf(), a.lgamma(), a.digamma())
print(torch.floor(b), torch.ceil(b), torch.round(b), torch.trunc(-b), torch.frac(b), a.fmod(2), torch.remainder(-a, 2), torch.div(a, b, rounding_mode="floor"), a.clip(1.5, 2.5), torch.lerp(a, b, 0.5), torch.hypot(a, b))
print(torch.addcmul(a, b, b, value=2), torch.addcdiv(a, b, a), torch.addmm(torch.zeros(1, 1), a.view(1, 3), b.view(3, 1)), torch.cosine_similarity(a, b, dim=0), torch.dist(a, b, p=1), a.logit() if False else "", a.softmax(0), a.log_softmax(0))
if (a == a).all():
    print("same")
if torch.any(a > 2) and not torch.all(a > 2):
    print("some")
print(max(a.tolist()), sorted(b.tolist()), a.tolist() == [1.0, 2.0, 3.0], [x for x in a if x > 1], a[a > b].tolist())
