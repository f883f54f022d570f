import math

import torch

source = """
@group(0) @binding(0) var<storage, read_write> out: array<f32>;
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<uniform> m: u32;
@group(0) @binding(4) var<uniform> k: u32;
@group(0) @binding(5) var<uniform> n: u32;

var<workgroup> tile_a: array<array<f32, 8>, 8>;
var<workgroup> tile_b: array<array<f32, 8>, 8>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(local_invocation_id) own: vec3<u32>) {
  let row = id.y;
  let column = id.x;
  var sum = 0.0;
  let start = 0u;
  tile_a[own.y][own.x] = select(0.0, a[row * k + start + own.x], row < m && start + own.x < k);
  tile_b[own.y][own.x] = select(0.0, b[(start + own.y) * n + column], start + own.y < k && column < n);
  workgroupBarrier();
  sum = tile_a[own.y][0] * tile_b[0][own.x];
  if (row < m && column < n) { out[row * n + column] = sum; }
}"""


def matmul(a, b):
    """a @ b for row-major matrices, [m, k] and [k, n]."""
    m, k = a.shape
    n = b.shape[1]
    out = torch.empty(m, n, device="webgpu")
    kernel = torch.webgpu.compile_kernel(source)
    kernel((math.ceil(n / 8), math.ceil(m / 8)), [out, a, b, m, k, n])
    return out
