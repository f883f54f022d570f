/** Large tensors, what is too large, and the loss of the device. */

import * as torch from 'torch';
import { beforeAll, expect, test } from 'vitest';
import { registerDevice } from '../device.ts';
import { openContext } from './context.ts';
import { GpuDevice } from './device.ts';

beforeAll(() => torch.webgpu.init());

const own = (): GpuDevice => torch.ones(1, { device: 'webgpu' }).storage.device as GpuDevice;
const deviceOf = (tensor: torch.Tensor): GPUDevice => (tensor.storage.device as GpuDevice).context.device;

/** Runs `body` on a device that binds no more than 4 KiB to a kernel. */
async function withSmallBindings(body: () => Promise<void>): Promise<void> {
  const device = own();
  const limits = { ...device.context.limits, binding: 4096 };
  registerDevice(new GpuDevice({ ...device.context, limits }, 2 ** 28));
  try {
    await body();
  } finally {
    registerDevice(device);
  }
}

const count = (device: string, ...sizes: number[]): torch.Tensor =>
  torch
    .arange(
      sizes.reduce((a, b) => a * b),
      { dtype: torch.float32, device },
    )
    .view(sizes);

test.each<[string, (device: string) => torch.Tensor]>([
  [
    'a broadcast',
    (d) =>
      count(d, 100, 77)
        .add(count(d, 77))
        .sub(count(d, 100, 1)),
  ],
  ['int64', (d) => count(d, 100, 77).long().mul(3)],
  ['a write in place', (d) => count(d, 100, 77).add_(1).narrow(1, 3, 5).mul_(-1)],
  ['a permutation', (d) => count(d, 10, 10, 77).transpose(1, 2).contiguous()],
  ['a concatenation', (d) => torch.cat([count(d, 100, 77), count(d, 3, 77)])],
  ['a sum', (d) => count(d, 100, 77).remainder(7).sum()],
  ['a sum over rows', (d) => count(d, 100, 77).remainder(7).sum(0)],
  ['a sum over columns', (d) => count(d, 10, 10, 77).remainder(7).sum([0, 2])],
])('%s of more bytes than are bound at once is done in parts', (_, body) =>
  withSmallBindings(async () => {
    expect(await body('webgpu').tolist()).toEqual(await body('cpu').tolist());
  }),
);

test('what cannot be done in parts is refused with both sizes and the way out', () =>
  withSmallBindings(async () => {
    const x = count('webgpu', 100, 77);
    expect(() => x.matmul(x.t())).toThrow(
      "needs all 30800 bytes of a tensor of 7700 elements of torch.float32 at once, more than this adapter's limit of 4096 bytes: work on parts of it (x.narrow(0, 0, n).clone())",
    );
    await expect(x.t().contiguous().cpu()).rejects.toThrow(/farther apart than the 4096 bytes/);
    expect(
      (
        await x
          .narrow(0, 90, 10)
          .clone()
          .matmul(count('webgpu', 77, 1))
          .cpu()
      ).sizes,
    ).toEqual([10, 1]);
  }));

test('memory that the GPU does not have is told at the next read, with the tensor', async () => {
  const { device } = own().context;
  const popErrorScope = device.popErrorScope.bind(device);
  device.popErrorScope = async () => {
    await popErrorScope();
    return { message: 'none left' } as GPUError;
  };
  const x = torch.ones(512_345, { device: 'webgpu' });
  await expect(x.cpu()).rejects.toThrow(
    /^webgpu: the GPU has no memory left for a tensor of 512345 elements of torch.float32 \(2\.0 MiB; .*none left$/,
  );
  device.popErrorScope = popErrorScope;
  expect(await x.sum().item()).toBe(512_345);
});

test('more matrices, and more rows, than one grid has workgroups', async () => {
  const b = count('webgpu', 2, 1);
  expect(await torch.ones(70_000, 1, 2, { device: 'webgpu' }).matmul(b).sum().item()).toBe(70_000);
  expect(await torch.ones(1_100_000, 2, { device: 'webgpu' }).matmul(b).sum().item()).toBe(1_100_000);
});

test('more than 65,535 workgroups write every element', async () => {
  const count = 256 * 65535 + 1000;
  const x = torch.ones(count, { device: 'webgpu' });
  x.narrow(0, count - 3, 3).fill_(5);
  expect(
    await x
      .add(1)
      .narrow(0, count - 4, 4)
      .tolist(),
  ).toEqual([2, 6, 6, 6]);
  expect(await x.index(torch.tensor([0, count - 1])).tolist()).toEqual([1, 5]);
  expect(await x.sum().item()).toBe(count + 12);
});

test('a tensor over the limit of a buffer is refused at the call, with its size and the limit', () => {
  const { limits } = deviceOf(torch.ones(1, { device: 'webgpu' }));
  const limit = limits.maxBufferSize - 256;
  const rows = Math.floor(limit / 4096) + 1;
  expect(() => torch.zeros(rows, 1024, { device: 'webgpu' })).toThrow(
    `webgpu: a tensor of ${rows * 1024} elements of torch.float32 needs ${rows * 4096} bytes, more than this adapter's limit of ${limit} bytes`,
  );
  const x = torch.ones(1024, { device: 'webgpu' });
  expect(() => x.expand(rows, 1024).contiguous()).toThrow(torch.RuntimeError);
});

test('a tensor over the budget is refused with both sizes, and what is smaller still works', async () => {
  const { budget } = torch.webgpu.memory_stats();
  const count = Math.floor(budget / 4 / 3);
  const held: torch.Tensor[] = [];
  expect(() => {
    for (let k = 0; k < 4; k++) {
      const x = torch.empty(count, { device: 'webgpu' });
      x.narrow(0, 0, 1).fill_(k);
      held.push(x);
    }
  }).toThrow(/out of memory\. Tried to allocate .* of the budget of [\d.]+ [KMG]iB/);
  expect(held).toHaveLength(2);
  expect(await held[1].narrow(0, 0, 2).tolist()).toEqual([1, 0]);
});

test('a lost device is told, and the next one works', async () => {
  const x = torch.ones(3, { device: 'webgpu' });
  const later = x.add(1);
  const device = deviceOf(x);
  device.destroy();
  await device.lost;
  await expect(x.tolist()).rejects.toThrow(/the GPU device was lost.*await torch\.webgpu\.init\(\)/);
  await expect(later.tolist()).rejects.toThrow(torch.RuntimeError);
  expect(() => x.mul(2)).toThrow(/the GPU device was lost/);
  expect(() => torch.ones(3, { device: 'webgpu' })).toThrow(/the GPU device was lost/);

  await torch.webgpu.init();
  const y = torch.ones(3, { device: 'webgpu' });
  expect(await y.mul(2).sum().item()).toBe(6);
  expect(() => x.add(y)).toThrow(/the GPU device was lost/);
});

test('a device lost while a read waits, while a kernel is compiled, and again', async () => {
  for (const round of [1, 2]) {
    const x = torch.ones(3, { device: 'webgpu' });
    await x.cpu();
    const reading = x.cpu();
    // Kernels that nothing else has needed: they are still being compiled when the device goes.
    const computing = x.add(1).atan().mul(x).exp().sub(round).cpu();
    deviceOf(x).destroy();
    const results = await Promise.allSettled([reading, computing]);
    for (const result of results) {
      expect(String((result as PromiseRejectedResult).reason)).toMatch(
        /the GPU device was lost.*await torch\.webgpu\.init\(\)/,
      );
    }
    await torch.webgpu.init();
    expect(await torch.ones(3, { device: 'webgpu' }).mul(round).sum().item()).toBe(3 * round);
  }
});

test('a browser without an adapter is told what to do', async () => {
  const gpu = { requestAdapter: async () => null } as unknown as GPU;
  await expect(openContext({ gpu })).rejects.toThrow(
    /no GPU adapter.*hardware acceleration.*works on the cpu/,
  );
});
