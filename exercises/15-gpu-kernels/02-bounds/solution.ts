import * as torch from 'torch';

const source = `
@group(0) @binding(0) var<storage, read_write> out: array<f32>;
@group(0) @binding(1) var<storage, read> x: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = id.x;
  if (i < arrayLength(&out)) { out[i] = x[i + 1] - x[i]; }
}`;

/** The step from each element of a vector to the next: one element fewer. */
export async function differences(x: torch.Tensor): Promise<torch.Tensor> {
  const kernel = await torch.webgpu.compile_kernel(source);
  const out = torch.zeros(x.numel() - 1, { device: 'webgpu' });
  kernel(Math.ceil(out.numel() / 64), [out, x]);
  return out;
}
