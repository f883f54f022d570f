/** What is fast must also be right: kernels for real GPUs and for software ones, profiles, and memory that lasts. */

import * as torch from 'torch';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { GpuDevice } from './device.ts';

const device = (): GpuDevice => torch.zeros(1, { device: 'webgpu' }).storage.device as GpuDevice;
let isSoftware: boolean;

/** The tests' adapter may be of one kind only: the kernels of the other are chosen all the same. */
function pretend(software: boolean): void {
  (device().context as { isSoftware: boolean }).isSoftware = software;
}

beforeAll(async () => {
  await torch.webgpu.init();
  isSoftware = device().context.isSoftware;
  torch.manual_seed(1);
});
afterEach(() => pretend(isSoftware));

type Program = (...inputs: torch.Tensor[]) => torch.Tensor;

const programs: Record<string, [sizes: number[][], Program]> = {
  'a product with ragged edges': [
    [
      [65, 70],
      [70, 33],
    ],
    (a, b) => a.matmul(b),
  ],
  'a product of transposed matrices': [
    [
      [300, 65],
      [33, 300],
    ],
    (a, b) => a.t().matmul(b.t()),
  ],
  'products of factors that are read in vectors': [
    [
      [64, 72],
      [72, 68],
    ],
    (a, b) => a.matmul(b).add(b.t().matmul(a.t()).t()).sub(a.t().contiguous().t().matmul(b)),
  ],
  'a product of which three terms are added at a time': [
    [
      [80, 63],
      [63, 64],
    ],
    (a, b) => a.matmul(b),
  ],
  'a batch of products': [
    [
      [3, 65, 70],
      [3, 70, 33],
    ],
    (a, b) => a.matmul(b),
  ],
  'a product of slices': [
    [
      [80, 80],
      [80, 80],
    ],
    (a, b) => a.index(':50', ':60').matmul(b.index('3:63', '5:45')),
  ],
  'a long inner dimension, summed in parts': [
    [
      [2, 10, 1000],
      [2, 1000, 7],
    ],
    (a, b) => a.matmul(b),
  ],
  'a product in the largest tiles': [
    [
      [1030, 20],
      [20, 1100],
    ],
    (a, b) => a.matmul(b),
  ],
  'a product of vectors': [
    [
      [1, 5],
      [5, 1],
    ],
    (a, b) => a.matmul(b),
  ],
  'a border of one value': [
    [[3, 4, 5, 6]],
    (a) => torch.constant_pad_nd(a, [1, -2, 3, 0, 0, 0, 1, 1], 2) as torch.Tensor,
  ],
  'a convolution': [
    [
      [3, 6, 9, 11],
      [20, 6, 3, 2],
    ],
    (x, filters) => torch.conv2d(x, filters, { padding: [1, 0] }),
  ],
  'gradients of a convolution with steps, in groups': [
    [
      [2, 4, 12, 11],
      [18, 2, 3, 3],
    ],
    (x, filters) => {
      const [images, weight] = [x.detach().requires_grad_(), filters.detach().requires_grad_()];
      torch.conv2d(images, weight, { stride: 2, padding: 1, groups: 2 }).square().sum().backward();
      return torch.cat([images, weight].map(({ grad }) => (grad as torch.Tensor).view(-1))) as torch.Tensor;
    },
  ],
  softmax: [[[31, 117]], (a) => a.mul(5).softmax(-1)],
  'softmax of columns': [[[31, 17]], (a) => a.softmax(0)],
  'log softmax': [[[31, 117]], (a) => a.mul(5).log_softmax(-1)],
  'layer norm': [[[31, 7, 17]], (a) => torch.layer_norm(a, [7, 17])],
  'sums along rows': [[[301, 117]], (a) => a.sum(1)],
  'sums down columns': [[[301, 117]], (a) => a.sum(0)],
  'a sum of all': [[[301, 117]], (a) => a.abs().sum()],
  'largest of rows': [[[31, 117]], (a) => a.amax(1)],
  'where the largest are': [[[31, 117]], (a) => a.argmax(1).float()],
  'where the largest of short rows are': [[[310, 4]], (a) => a.argmax(1).float()],
  'softmax of whole vectors': [[[31, 128]], (a) => a.mul(5).softmax(-1)],
  'log softmax of whole vectors': [[[2, 3, 20]], (a) => a.mul(5).log_softmax(-1)],
  'layer norm of whole vectors': [[[31, 7, 20]], (a) => torch.layer_norm(a, [7, 20])],
  'sums down sixteen columns at a time': [[[3, 301, 32]], (a) => a.sum(1)],
  'largest of sixteen columns at a time': [[[301, 48]], (a) => a.narrow(0, 1, 300).amax(0)],
  'short work on many elements': [
    [
      [512, 528],
      [528, 512],
    ],
    (a, b) => a.add(b.t()).mul(2),
  ],
  'short work on many elements, written over them': [
    [[512, 528], [528]],
    (a, b) => {
      const own = a.clone();
      own.view(-1).mul_(2);
      return own.sub_(b);
    },
  ],
};

describe.each([
  ['a real GPU', false],
  ['a software one', true],
])('as on %s', (_, software) => {
  test.each(Object.entries(programs))('%s', async (_name, [sizes, program]) => {
    pretend(software);
    torch.manual_seed(1);
    const inputs = sizes.map((size) => torch.randn(size));
    const run = async (): Promise<torch.Tensor> =>
      (await program(...inputs.map((input) => input.webgpu())).cpu()).double();
    const first = await run();
    // The second run may be by other kernels.
    const onGpu = await run();
    expect(await onGpu.sub(first).abs().amax().item()).toBe(0);
    const expected = program(...inputs.map((input) => input.double()));
    const scale = Number(await expected.abs().amax().item());
    expect(onGpu.shape).toEqual(expected.shape);
    expect(Number(await onGpu.sub(expected).abs().amax().item())).toBeLessThan(2e-6 * Math.max(scale, 1));
  });
});

test('a small product is done by a quickly compiled kernel the first time, and by a fast one from then on', async () => {
  pretend(true);
  const x = torch.randn(70, 33).half().webgpu();
  const kernels: string[] = [];
  for (let run = 0; run < 3; run++) {
    const profile = await torch.webgpu.profile(() => x.matmul(x.t()).cpu());
    kernels.push(profile.kernels[0].code);
  }
  expect(kernels[1]).not.toBe(kernels[0]);
  expect(kernels[2]).toBe(kernels[1]);
});

test('a profile tells kernels, what they fused, their source, and their times', async () => {
  const x = torch.ones(1000, { device: 'webgpu' });
  await x.cpu();
  const profile = await torch.webgpu.profile(() => x.mul(2).add(1).sum().item());
  expect(profile.result).toBe(3000);
  expect(profile.submissions).toBe(1);
  const [fused, ...sums] = profile.kernels;
  expect(profile.table()).toContain('mul+add (2 operations at once)');
  expect(fused).toMatchObject({
    name: 'mul+add',
    operations: 2,
    fused: ['self * other', 'self + other'],
    workgroups: [1, 1, 1],
  });
  expect(fused.code).toContain('@compute');
  expect(sums.map(({ name, fused: parts }) => [name, parts])).toEqual(
    sums.map(() => [expect.stringContaining('sum'), []]),
  );
  const hasClock = device().context.features.has('timestamp-query');
  for (const { milliseconds } of profile.kernels) {
    if (hasClock) expect(milliseconds).toBeGreaterThanOrEqual(0);
    else expect(milliseconds).toBeNull();
  }
});

test('a kernel that fuses many operators counts those that follow each other, and those beyond a few', async () => {
  const x = torch.ones(4, { device: 'webgpu' });
  await x.cpu();
  const { kernels } = await torch.webgpu.profile(async () => {
    const y = x.add(1).add(2).add(3).relu().mul(2).sin().abs().sqrt().neg();
    y.exp_();
    await y.cpu();
  });
  expect(kernels.map(({ name, operations }) => [name, operations])).toEqual([
    ['add×3+relu+mul+sin+abs+3 more', 10],
  ]);
});

test('a training loop without any dispose keeps to a fraction of the budget', async () => {
  const [x, w, b] = [[64, 256], [256, 64], [64]].map((size) => torch.randn(size).mul(0.1).webgpu());
  for (const parameter of [w, b]) parameter.requires_grad_();
  const optimizer = new torch.optim.Adam([w, b], { lr: 0.01 });
  const losses: number[] = [];
  for (let step = 0; step < 400; step++) {
    const loss = x.matmul(w).add(b).tanh().sub(1).pow(2).mean();
    optimizer.zero_grad();
    loss.backward();
    optimizer.step();
    if (step % 20 === 0) losses.push(Number(await loss.item()));
  }
  expect(losses.at(-1)).toBeLessThan(losses[0]);
  const { peak, budget, used, idle } = torch.webgpu.memory_stats();
  expect(peak).toBeLessThan(budget / 4);
  expect(used + idle).toBeLessThanOrEqual(peak);
  expect(torch.webgpu.memory_summary()).toMatch(
    /^webgpu memory: [\d.]+ [KM]iB in use, .* of a budget of 1\.0 GiB/,
  );
});

test('a scope gives back what was made in it, and keeps what is returned, gradients and the state of optimisers', async () => {
  const x = torch.randn(64, 64).webgpu();
  const w = torch.randn(64, 64).webgpu().requires_grad_();
  const optimizer = new torch.optim.Adam([w], { lr: 0.01 });
  let stray: torch.Tensor | null = null;
  const step = (): torch.Tensor =>
    torch.scope(() => {
      const hidden = x.matmul(w);
      stray = hidden;
      const loss = hidden.tanh().pow(2).mean();
      optimizer.zero_grad();
      loss.backward();
      optimizer.step();
      return loss.detach();
    });
  let loss = step();
  const first = Number(await loss.item());
  const { used } = torch.webgpu.memory_stats();
  // Not a single wait: nothing but the scope gives memory back.
  for (let k = 0; k < 200; k++) loss = step();
  // The losses that it returned are left, 256 bytes each.
  expect(torch.webgpu.memory_stats().used).toBeLessThan(used + 200 * 256 + 2 ** 15);
  expect(Number(await loss.item())).toBeLessThan(first);
  expect((await (w.grad as torch.Tensor).cpu()).shape).toEqual(w.shape);
  await expect((stray as unknown as torch.Tensor).cpu()).rejects.toThrow(
    'was given back at the end of the torch.scope()',
  );
  expect(() => torch.scope(async () => x.cpu())).toThrow(TypeError);
});

test('using gives a tensor back, after what others still have to read of it', async () => {
  const x = torch.ones(1000).webgpu();
  const y = ((): torch.Tensor => {
    using copy = x.matmul(torch.ones(1000).webgpu()).add(0).view(1);
    return copy.mul(2);
  })();
  expect(await y.tolist()).toEqual([2000]);
});
