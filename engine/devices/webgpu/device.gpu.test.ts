/** The traps of deferred work, in a real browser: what a view, a later write and a long chain must see. */

import * as torch from 'torch';
import { beforeAll, expect, test } from 'vitest';
import { registerDevice } from '../device.ts';
import { openContext } from './context.ts';
import { GpuDevice } from './device.ts';

beforeAll(() => torch.webgpu.init());

const range = (count: number): torch.Tensor => torch.arange(count, { dtype: torch.float32 }).webgpu();

test('a view sees a later write, a pending result does not', async () => {
  const x = range(6).view(2, 3);
  const v = x.view(-1);
  const y = x.mul(2);
  x.add_(10);
  expect(await v.tolist()).toEqual([10, 11, 12, 13, 14, 15]);
  expect(await y.tolist()).toEqual([
    [0, 2, 4],
    [6, 8, 10],
  ]);
});

test('a pending result over a view is of the old values', async () => {
  const x = torch.zeros(2, 2, { device: 'webgpu' });
  const s = x.view(4).cos();
  x.add_(10);
  expect(await s.tolist()).toEqual([1, 1, 1, 1]);
});

test('a pending result that reads a tensor across is computed before the tensor is overwritten', async () => {
  const x = range(64 * 64).view(64, 64);
  const y = torch.ones(64, 64, { device: 'webgpu' }).mul(x.t());
  x.add_(y);
  const expected = torch.arange(64 * 64, { dtype: torch.float32 }).view(64, 64);
  expect(torch.equal(await x.cpu(), expected.add(expected.t()))).toBe(true);
});

test('a chain of z.add(z) is linear, forwards and backwards', async () => {
  const x = torch.ones(4, { device: 'webgpu', requires_grad: true });
  let z: torch.Tensor = x;
  for (let step = 0; step < 14; step++) z = z.add(z);
  z.sum().backward();
  expect(await z.tolist()).toEqual([16384, 16384, 16384, 16384]);
  expect(await x.grad?.tolist()).toEqual([16384, 16384, 16384, 16384]);
});

test('six pointwise operators are one kernel', async () => {
  const x = range(1000);
  const { kernels, result, table } = await torch.webgpu.profile(async () =>
    (await x.mul(2).add(1).sin().abs().sqrt().neg().cpu()).numel(),
  );
  expect(result).toBe(1000);
  expect(kernels.map(({ operations }) => operations)).toEqual([6]);
  expect(table()).toMatch(
    /^runs +ms +kernel\n +1 +[\d.-]+ +mul\+add\+sin\+abs\+sqrt\+neg \(6 operations at once\)$/,
  );
});

test('changes in place that follow each other are one kernel, and no other repeats them', async () => {
  const x = range(1000);
  const { kernels } = await torch.webgpu.profile(async () => {
    x.mul_(2).add_(1);
    return [await x.mul(3).sum().item(), await x.sum().item()];
  });
  const changes = kernels.filter(({ fused }) => fused.some((expression) => expression === 'self * other'));
  expect(changes.map(({ operations }) => operations)).toEqual([2, 1]);
});

test("an optimiser's step needs no new kernel once it has run", async () => {
  const w = range(300).requires_grad_();
  const optimizer = new torch.optim.AdamW([w], { lr: 0.1 });
  const counts: number[] = [];
  for (let step = 0; step < 6; step++) {
    optimizer.zero_grad();
    w.square().mean().backward();
    optimizer.step();
    counts.push(torch.webgpu.kernels().length);
  }
  await w.detach().cpu();
  expect(counts.slice(3)).toEqual([counts[2], counts[2], counts[2]]);
});

test('few elements of one value are written without a kernel', async () => {
  const made = (device: string): torch.Tensor[] => [
    torch.ones(2, 3, { device }),
    torch.full([3], 7, { dtype: torch.int64, device }),
    torch.full([3], true, { device }),
    torch.full([3], 1 / 3, { dtype: torch.float16, device }),
    torch.full([3], -3, { dtype: torch.int8, device }),
    torch.full([3], NaN, { device }),
  ];
  const { kernels, result } = await torch.webgpu.profile(() =>
    Promise.all(made('webgpu').map((tensor) => tensor.tolist())),
  );
  expect(kernels).toEqual([]);
  expect(result).toEqual(await Promise.all(made('cpu').map((tensor) => tensor.tolist())));
});

test('an index out of range on the GPU is an error at the next read', async () => {
  const x = range(3);
  const bad = x.index(torch.tensor([0, 7]).webgpu());
  await expect(bad.tolist()).rejects.toThrow(torch.IndexError);
  expect(await x.tolist()).toEqual([0, 1, 2]);
});

test('nan, infinity and comparisons keep their meaning', async () => {
  const x = torch.tensor([Number.NaN, Number.POSITIVE_INFINITY, -1, 0], { dtype: torch.float32 }).webgpu();
  expect(await x.eq(x).tolist()).toEqual([false, true, true, true]);
  expect(await x.relu().tolist()).toEqual([Number.NaN, Number.POSITIVE_INFINITY, 0, 0]);
});

test('int64 counts in 64 bits', async () => {
  const x = torch.tensor([3, -5, 2147483647]).webgpu();
  expect(await x.mul(4000000000).tolist()).toEqual([12000000000, -20000000000, 8589934588000000000n]);
  expect(await x.floor_divide(2).tolist()).toEqual([1, -3, 1073741823]);
});

test('reading at once gives what waiting gives, for every byte and any size', async () => {
  const bits = torch.arange(0, 70_000, 7, { dtype: torch.int32 }).mul(613_566).webgpu();
  for (const tensor of [
    bits,
    bits.index('::3'),
    range(1),
    range(300_000).sub(1e5).div(7),
    torch.ones(3).gt(2).webgpu(),
  ]) {
    expect(await torch.webgpu.read(tensor).tolist()).toEqual(await tensor.tolist());
  }
});

test('work that waits for its kernels is done in order, with writes and uploads in between', async () => {
  const x = range(5);
  const readings: Promise<unknown>[] = [];
  const expected: number[][] = [];
  for (let k = 1; k <= 6; k++) {
    // Kernels that differ in their code, not only in their numbers.
    for (let times = 0; times < k; times++) x.copy_(x.mul(2).sub(x)).add_(torch.ones(5).webgpu());
    readings.push(x.tolist());
    expected.push([0, 1, 2, 3, 4].map((value) => value + (k * (k + 1)) / 2));
  }
  expect(await Promise.all(readings)).toEqual(expected);
});

test('a kernel that is still being compiled does not keep what is read at once', async () => {
  const x = range(4);
  const now = torch.webgpu.read(x.mul(3).cosh().acosh().round());
  expect(await now.tolist()).toEqual([0, 3, 6, 9]);
});

test('another device compiles beforehand what this one needed, and then nothing has to wait', async () => {
  await range(4).mul(3).sinh().sum().cpu();
  const kernels = torch.webgpu.kernels();
  const first = range(1).storage.device as GpuDevice;
  const second = new GpuDevice(await openContext({}), 2 ** 28);
  registerDevice(second);
  try {
    await second.pipelines.warm(kernels);
    const sum = range(4).mul(3).sinh().sum();
    await sum.cpu();
    expect(second.pipelines.sources).toEqual(kernels);
  } finally {
    registerDevice(first);
  }
});
