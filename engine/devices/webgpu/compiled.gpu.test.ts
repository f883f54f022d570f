/** Kernels that users write: what they read and write, in which order, and what is said where they are wrong. */

import * as torch from 'torch';
import { beforeAll, describe, expect, test } from 'vitest';

beforeAll(() => torch.webgpu.init());

/** y[i] = a * x[i], for as many as x has. */
const scale = `
@group(0) @binding(0) var<storage, read_write> y: array<f32>;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<uniform> a: f32;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x < arrayLength(&x)) { y[id.x] = a * x[id.x]; }
}`;
const range = (n: number): torch.Tensor => torch.arange(n, { dtype: torch.float32 }).webgpu();

test('tensors and numbers are bound in order, each over its own elements', async () => {
  const kernel = await torch.webgpu.compile_kernel(scale);
  const y = torch.full([100], -1, { dtype: torch.float32, device: 'webgpu' });
  kernel(2, [y, range(70), 0.5]);
  const expected = torch.full([100], -1, { dtype: torch.float32 });
  expected.index('0:70').copy_(torch.arange(70).mul(0.5));
  expect(await y.tolist()).toEqual(await expected.tolist());
});

test('a kernel keeps its place among work that is put off', async () => {
  const kernel = await torch.webgpu.compile_kernel(scale);
  const x = range(5).add(1);
  const y = torch.zeros(5, { device: 'webgpu' });
  const before = y.add(100);
  const version = y._version;
  kernel(1, [y, x, 2]);
  x.zero_();
  expect(y._version).toBe(version + 1);
  expect(await before.tolist()).toEqual([100, 100, 100, 100, 100]);
  expect(await y.add(1).tolist()).toEqual([3, 5, 7, 9, 11]);
});

test('views: what begins in the middle, and what is read from the memory that is written', async () => {
  const kernel = await torch.webgpu.compile_kernel(scale);
  const x = range(8);
  kernel(1, [x.index('5:8'), x.index('0:3'), 10]);
  expect(await x.tolist()).toEqual([0, 1, 2, 3, 4, 0, 10, 20]);
});

test('an entry of another name, whole numbers, and a grid in three dimensions', async () => {
  const source = `
@group(0) @binding(0) var<storage, read_write> y: array<i32>;
@binding(1) @group(0) var<uniform> n: i32; // not @group(0) @binding(0)
@compute @workgroup_size(1)
fn fill(@builtin(global_invocation_id) id: vec3<u32>) { y[(id.z * 2 + id.y) * 2 + id.x] = n - i32(id.z); }`;
  const kernel = await torch.webgpu.compile_kernel(source, { entry: 'fill' });
  const y = torch.zeros(2, 2, 2, { dtype: torch.int32, device: 'webgpu' });
  const { kernels } = await torch.webgpu.profile(() => kernel([2, 2, 2], [y, -3]));
  expect(await y.reshape(-1).tolist()).toEqual([-3, -3, -3, -3, -4, -4, -4, -4]);
  expect(kernels.map(({ name }) => name)).toContain('fill');
});

describe('what is wrong is said', () => {
  const refused = async (source: string, message: RegExp): Promise<void> => {
    await expect(torch.webgpu.compile_kernel(source)).rejects.toThrow(message);
    // Nothing of it is left for the next read to throw.
    expect(await torch.zeros(1, { device: 'webgpu' }).tolist()).toEqual([0]);
  };

  test('by the compiler, with the line', () =>
    refused(scale.replace('a * x', 'a * z'), /^WGSL, line 8: [\s\S]*'z'[\s\S]*\n.*y\[id\.x\] = a \* z/));

  test('where the entry is missing, or nothing is declared', async () => {
    await refused(scale.replace('fn main', 'fn other'), /kernel main does not fit the GPU/);
    await refused('@compute @workgroup_size(1) fn main() {}', /declares nothing to work on/);
    const many = Array.from({ length: 40 }, (_, k) => `@group(0) @binding(${k}) var<uniform> n${k}: u32;`);
    await refused(`${many.join('\n')} @compute @workgroup_size(1) fn main() {}`, /does not fit the GPU/);
    await refused(scale.replace('@binding(2)', '@binding(3)'), /declares nothing at @binding\(2\)/);
    await refused(scale.replace('@binding(2)', '@binding(1)'), /x and a are both at @binding\(1\)/);
  });

  test('at the call', async () => {
    const kernel = await torch.webgpu.compile_kernel(scale);
    const y = range(3);
    const call = (...args: unknown[]) => {
      return () => kernel(1, args as torch.Tensor[]);
    };
    expect(call(y, y)).toThrow('kernel main declares 3 bindings (y, x, a), but 2 arguments were given');
    expect(call(torch.zeros(3), y, 1)).toThrow('argument 0 (y: array<f32>) is on cpu');
    expect(call(y, torch.tensor([1, 2]).webgpu(), 1)).toThrow('argument 1 (x: array<f32>) cannot hold int64');
    expect(call(y, 2, 1)).toThrow('must be a tensor');
    expect(call(y, y, y)).toThrow('argument 2 (a: f32) is a uniform: it must be a number');
    expect(call(range(3).requires_grad_(), y, 1)).toThrow('has no gradient');
    expect(call(y, range(0), 1)).toThrow('has no elements');
    expect(() => kernel(1.5, [y, y, 1])).toThrow('the grid counts workgroups');
  });
});
