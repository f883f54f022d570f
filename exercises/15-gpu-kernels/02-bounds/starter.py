import math

import torch

source = """
@group(0) @binding(0) var<storage, read_write> out: array<f32>;
@group(0) @binding(1) var<storage, read> x: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = id.x;
  let last = arrayLength(&out) - 1;
  // "This keeps us inside the array."
  out[min(i, last)] = x[i + 1] - x[i];
}"""


def differences(x):
    """The step from each element of a vector to the next: one element fewer."""
    kernel = torch.webgpu.compile_kernel(source)
    out = torch.zeros(x.numel() - 1, device="webgpu")
    kernel(1, [out, x])
    return out
