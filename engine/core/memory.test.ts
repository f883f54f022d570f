import { expect, test } from 'vitest';
import * as torch from '../index.ts';

/** Several times as much as garbage that nobody has collected yet. */
const limit = 2 ** 30;
const large = () => torch.ones(2 ** 22, { dtype: torch.float64 });

test('tensors that are kept are refused beyond the limit, those that are dropped are not', async () => {
  torch.cpu.set_memory_limit(limit);
  await new Promise((resolve) => setTimeout(resolve));
  for (let k = 0; k < 40; k++) large(); // the limit many times over, without a pause
  const kept: torch.Tensor[] = [];
  expect(() => {
    for (let k = 0; k < 40; k++) kept.push(large());
  }).toThrow(
    /not enough memory: you tried to allocate 33554432 bytes, and all tensors together may take 1073741824/,
  );
  expect(kept.length).toBeGreaterThan(8);
  expect(() => torch.zeros(2 ** 29)).toThrow(/you tried to allocate 2147483648 bytes/);
});

test('what results that nobody read were to read is collected within a loop that never yields', async () => {
  torch.cpu.set_memory_limit(limit);
  await new Promise((resolve) => setTimeout(resolve));
  const source = torch.ones(2 ** 22);
  for (let k = 0; k < 40; k++)
    torch
      .ones(2 ** 22)
      .add_(1)
      .mul(source)
      .relu()
      .sum();
});
