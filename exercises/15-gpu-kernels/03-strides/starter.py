import math

import torch

source = """
@group(0) @binding(0) var<storage, read_write> out: array<f32>;
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<uniform> columns: u32;
@group(0) @binding(4) var<uniform> a_row: u32;
@group(0) @binding(5) var<uniform> a_column: u32;
@group(0) @binding(6) var<uniform> b_row: u32;
@group(0) @binding(7) var<uniform> b_column: u32;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= arrayLength(&out)) { return; }
  let row = id.x / columns;
  let column = id.x % columns;
  out[id.x] = a[id.x] * b[id.x];
}"""


def product(a, b):
    """a * b for two matrices that broadcast against each other."""
    x, y = torch.broadcast_tensors(a, b)
    rows, columns = x.shape
    out = torch.empty(rows, columns, device="webgpu")
    kernel = torch.webgpu.compile_kernel(source)
    kernel(math.ceil(out.numel() / 64), [out, x, y, columns, *x.stride(), *y.stride()])
    return out
