/**
 * The corpus leaves nothing out: every operator, in each of its forms, every module, function, optimiser and scheduler
 * is called by at least one ordinary line, one at an edge and one that raises. coverage.ts says what these are.
 */

import { expect, test } from 'vitest';
import { entries, exercised, formsOf, type Kind } from './coverage.ts';
import { families } from './files.ts';

const pivots = 'its pivots are int32, which counts as an edge';
const complex = 'its results are complex numbers: it is refused, and the refusal says what to use';
const never = 'it takes any tensor, and its other arguments are checked by name and number alone';
const attribute =
  'written in Python it calls a method of what it is given: here there is a TypeError, not an AttributeError';

/** What there can be no line of, and why. */
const without: Record<string, Partial<Record<Kind, string>>> = {
  webgpu: Object.fromEntries(
    ['ordinary', 'edge', 'error'].map((kind) => [kind, 'no other library has this device']),
  ),
  float_power_: { ordinary: 'only float64 can hold its result, which counts as an edge' },
  lu_unpack: { ordinary: pivots },
  lu_solve: { ordinary: pivots },
  linalg_lu_solve: { ordinary: pivots },
  linalg_eig: { ordinary: complex, edge: complex },
  linalg_eigvals: { ordinary: complex, edge: complex },
  can_cast: { edge: 'it takes types, and no tensor' },
  'lr_scheduler.ChainedScheduler': { edge: 'it takes schedulers alone' },
  'lr_scheduler.LambdaLR': { edge: 'it takes functions alone' },
  'lr_scheduler.MultiplicativeLR': { edge: 'it takes functions alone' },
  ...Object.fromEntries(
    ['double', 'float', 'half', 'long', 'int', 'short', 'char', 'byte', 'bool'].map((name) => [
      name,
      { error: never },
    ]),
  ),
  untyped_storage: { error: never },
  get_device: { edge: 'it tells the device alone, whatever the tensor' },
  scalar_tensor: { ordinary: 'it makes tensors without dimensions, which count as an edge' },
  is_tensor: { error: 'it takes anything' },
  slice: { error: 'an index out of range is cut off, as in Python' },
  'nn.UninitializedParameter': {
    ordinary: 'it is a tensor without a shape: it cannot but be an edge',
    error: 'it is made of nothing that could be wrong',
  },
  'nn.Identity': { error: 'it takes anything' },
  'nn.RReLU': { error: 'PyTorch finds its bounds wrong by an assertion that depends on the build' },
  softsign: { error: attribute },
  tanhshrink: { error: attribute },
  'nn.Softsign': { error: attribute },
  'nn.Tanhshrink': { error: attribute },
  'init.ones_': { error: attribute },
  'init.zeros_': { error: attribute },
};

/** Forms that are the engine's own: Python writes `1 - x`. */
const ownForms = ['rsub as a method'];

test('every operator, module, function, optimiser and scheduler has ordinary, edge and error lines', async () => {
  const found = await exercised([...families().values()].flat());
  const missing: string[] = [];
  const needless: string[] = [];
  const lines = { ordinary: 0, edge: 0, error: 0 };
  for (const entry of entries()) {
    const exercise = found.get(entry);
    for (const kind of ['ordinary', 'edge', 'error'] as const) {
      const count = exercise?.kinds[kind] ?? 0;
      const reason = without[entry]?.[kind];
      lines[kind] += count;
      if (count === 0 && !reason) missing.push(`${entry}: ${kind}`);
      if (count > 0 && reason) needless.push(`${entry}: ${kind}`);
    }
    if (without[entry]?.ordinary && without[entry]?.edge) continue;
    for (const form of formsOf(entry)) {
      if (!exercise?.forms.has(form)) missing.push(`${entry} as a ${form}`);
    }
  }
  console.log(`${entries().length} names: ${JSON.stringify(lines)} lines call them`);
  expect(missing.filter((one) => !ownForms.includes(one))).toEqual([]);
  expect(needless, 'exceptions of which there is a line').toEqual([]);
}, 120_000);
