"""dtype, device, layout; views and their strides; what is contiguous."""

import torch

t = torch.rand(4, 4)
b = t.view(2, 8)
print(t.storage_offset(), t.data_ptr() == b.data_ptr(), t.untyped_storage().data_ptr() == b.untyped_storage().data_ptr())
b[0][0] = 3.14
print(t[0][0])
base = torch.tensor([[0, 1], [2, 3]])
print(base.is_contiguous())
t = base.transpose(0, 1)
print(t.is_contiguous(), t.stride(), t.contiguous().stride())
try:
    t.view(4)
except RuntimeError as error:
    print(error)
print(t.reshape(4), t.flatten(), t._base is base)

float_tensor = torch.ones(1, dtype=torch.float)
double_tensor = torch.ones(1, dtype=torch.double)
int_tensor = torch.ones(1, dtype=torch.int)
long_tensor = torch.ones(1, dtype=torch.long)
uint_tensor = torch.ones(1, dtype=torch.uint8)
bool_tensor = torch.ones(1, dtype=torch.bool)
long_zerodim = torch.tensor(1, dtype=torch.long)
int_zerodim = torch.tensor(1, dtype=torch.int)
for value in (
    torch.add(5, 5).dtype if False else torch.tensor(5) + 5,
    int_tensor + 5,
    int_tensor + long_zerodim,
    long_tensor + int_tensor,
    bool_tensor + long_tensor,
    bool_tensor + uint_tensor,
    float_tensor + double_tensor,
    int_tensor + 5.5,
    torch.add(long_tensor, float_tensor),
):
    print(value, value.dtype)
try:
    float_tensor *= 2.5
    int_tensor *= float_tensor
except RuntimeError as error:
    print(error)
print(torch.can_cast(torch.double, torch.float), torch.can_cast(torch.float, torch.int), torch.result_type(int_tensor, 1.0))
print(torch.device("cpu"), torch.device("cpu", 0), torch.device("cuda:1").index, repr(torch.device("cpu:0")))
print(torch.strided, torch.ones(2).layout, torch.get_default_dtype(), torch.finfo(torch.float32).eps, torch.iinfo(torch.int8))
x = torch.arange(24).reshape(2, 3, 4)
for view in (x.permute(2, 0, 1), x[:, 1], x[..., ::2], x.unfold(2, 2, 2), x.diagonal(dim1=1, dim2=2), x.movedim(0, -1), x.swapaxes(0, 1)):
    print(tuple(view.shape), view.stride(), view.storage_offset(), view.is_contiguous())
