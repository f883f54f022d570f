import torch

source = """
@group(0) @binding(0) var<storage, read_write> out: array<f32>;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<uniform> columns: u32;

var<workgroup> part: array<f32, 64>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let row = group.x;
  var sum = 0.0;
  for (var j = lane; j < columns; j += 64u) { sum += x[row * columns + j]; }
  part[lane] = sum;
  for (var half = 32u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (lane < half) { part[lane] += part[lane + half]; }
  }
  if (lane == 0u) { out[row] = part[0]; }
}"""


def row_sums(x):
    """The sum of each row of a row-major matrix: a workgroup for each row."""
    rows, columns = x.shape
    out = torch.empty(rows, device="webgpu")
    kernel = torch.webgpu.compile_kernel(source)
    kernel(rows, [out, x, columns])
    return out
