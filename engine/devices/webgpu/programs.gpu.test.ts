/** Random programs give the same on the cpu, on the GPU with all work put off, and on the GPU step by step. */

import fc from 'fast-check';
import * as torch from 'torch';
import { beforeAll, expect, test } from 'vitest';
import { differenceOf, readAll, run } from './programs.ts';

beforeAll(() => torch.webgpu.init());

const step = fc.record({
  operation: fc.nat(1000),
  first: fc.nat(30),
  second: fc.nat(30),
  number: fc.nat(6),
});

test.each([false, true])('fused, unfused and cpu agree (with gradients: %s)', async (withGrad) => {
  const programs = fc.array(step, { minLength: 1, maxLength: 24, size: 'max' });
  await fc.assert(
    fc.asyncProperty(programs, fc.boolean(), async (program, isWide) => {
      const options = { withGrad, isWide };
      const expected = await run(program, 'cpu', options);
      expect(differenceOf(expected, await run(program, 'webgpu', options))).toBeNull();
      expect(differenceOf(expected, await run(program, 'webgpu', { ...options, after: readAll }))).toBeNull();
    }),
    { seed: 2026, numRuns: 60 },
  );
});
