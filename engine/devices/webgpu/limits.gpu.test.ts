/** Large tensors, what is too large, and the loss of the device. */

import * as torch from 'torch';
import { beforeAll, expect, test } from 'vitest';
import type { GpuDevice } from './device.ts';

beforeAll(() => torch.webgpu.init());

const deviceOf = (tensor: torch.Tensor): GPUDevice => (tensor.storage.device as GpuDevice).context.device;

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
  const limit = Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize);
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
  }).toThrow(/out of memory.* of the budget of \d+ bytes/);
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
