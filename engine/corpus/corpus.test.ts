/** Every case of the corpus gives what real PyTorch gave: values, types, strides, text, errors. */

import { describe, expect, test } from 'vitest';
import { difference, onCpu, runCase } from './corpus.ts';
import { families } from './files.ts';

describe.each([...families()])('%s', (_family, cases) => {
  test.each(cases)('$py', async (one) => {
    const got = await runCase(one);
    expect(difference(got, one.expected, onCpu), JSON.stringify({ got, expected: one.expected })).toBeNull();
  });
});
