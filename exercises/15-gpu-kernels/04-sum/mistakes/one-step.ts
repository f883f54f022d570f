// @says The tree stops after its first step: 32 sums are left, and only one of them is handed out. Halve until one is left.
import * as torch from 'torch';

const source = `
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
  workgroupBarrier();
  if (lane < 32u) { part[lane] += part[lane + 32u]; }
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
