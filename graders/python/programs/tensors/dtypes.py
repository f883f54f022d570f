import torch

print(torch.float32, torch.int64, torch.bool, torch.float is torch.float32, torch.double, torch.half, torch.long)
x = torch.tensor([1.7, -2.3])
print(x.int(), x.long(), x.to(torch.int32), x.double(), x.half(), x.bool(), x.to(dtype=torch.float64), x.type(torch.int16))
print((torch.tensor(1) + torch.tensor(1.0)).dtype, (torch.ones(1, dtype=torch.int8) + torch.ones(1, dtype=torch.uint8)).dtype)
print(torch.promote_types(torch.int32, torch.float16), torch.result_type(torch.tensor([1]), 1.0), torch.can_cast(torch.double, torch.int))
print(torch.finfo(torch.float32).eps, torch.finfo(torch.float32).max, torch.iinfo(torch.int8).min, torch.iinfo(torch.int64).max)
print(torch.float32.is_floating_point, torch.int8.itemsize, torch.get_default_dtype(), x.type(), x.long().type())
print(torch.tensor([300]).to(torch.uint8), torch.tensor([2**31]).int(), torch.tensor(2**62), torch.tensor([1, 2.5]))
d = {torch.float32: "single", torch.float64: "double"}
print(d[x.dtype], d.get(torch.int8, "none"), x.dtype == torch.float32, x.dtype in (torch.float16, torch.float32), str(x.dtype).split(".")[1])
torch.set_default_dtype(torch.float64)
print(torch.tensor(1.5).dtype, torch.ones(1), torch.rand(1).dtype)
torch.set_default_dtype(torch.float32)
print(x.to("cpu") is x, x.to(torch.float32) is x, x.clone() is x, x.type_as(torch.tensor(1)), x.new_zeros(2), x.new_tensor([1]))
