import math

import torch

source = """
@group(0) @binding(0) var<storage, read_write> out: array<f32>;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> y: array<f32>;
@group(0) @binding(3) var<uniform> a: f32;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = id.x;
  if (i >= arrayLength(&out)) { return; }
  out[i] = a * x[i] + y[i];
}"""


def axpy(a, x, y):
    """a * x + y, for x and y of one shape on webgpu."""
    kernel = torch.webgpu.compile_kernel(source)
    out = torch.empty_like(x)
    kernel(math.ceil(x.numel() / 64), [out, x, y, a])
    return out
