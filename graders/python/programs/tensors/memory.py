import torch

a = torch.arange(6.0)
b = a.view(2, 3)
b[0, 0] = 100
print(a, b.data_ptr() == a.data_ptr(), a.clone().data_ptr() == a.data_ptr(), b._base is a, b.storage_offset(), b[1].storage_offset())
c = a.clone()
c[0] = -1
print(a[0], c[0], a is a.contiguous(), b.T.contiguous().is_contiguous(), b.T.is_contiguous())
d = a
d += 1
print(a is d, a, id(a) == id(d))
e = a + 0
print(e is a, torch.equal(e, a), (e == a).all(), torch.allclose(e, a + 1e-9), e.eq(a).all().item())
print(a.untyped_storage().data_ptr() == b.untyped_storage().data_ptr(), b.T.stride(), b.stride(0), a[::2].stride())
f = torch.as_tensor(a)
g = a.detach()
g[1] = 55
print(f is a, a[1], g.requires_grad, torch.as_strided(a, (2, 2), (1, 2)))
h = a.unsqueeze(0).expand(3, -1)
print(h.stride(), h.shape)
try:
    h[0, 0] = 1
    h += 1
except RuntimeError as error:
    print(error)
