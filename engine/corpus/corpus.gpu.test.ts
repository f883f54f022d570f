/**
 * Every case of the corpus on the GPU, in a real browser: the same list as on the cpu, with tensors made on webgpu. What
 * the device refuses by rule (refusals.ts) is counted as skipped.
 */

/// <reference types="vite/client" />

import * as torch from 'torch';
import { beforeAll, describe, expect, test } from 'vitest';
import { difference, onWebgpu, readFamily, runCase } from './corpus.ts';
import { refusal } from './refusals.ts';

const sources = import.meta.glob<string>('./*.txt', { query: '?raw', import: 'default', eager: true });
const recordings = import.meta.glob<Parameters<typeof readFamily>[1]>('./expected/*.json', {
  import: 'default',
  eager: true,
});

beforeAll(() => torch.webgpu.init());

for (const [path, source] of Object.entries(sources)) {
  const family = path.replace('./', '').replace('.txt', '');
  describe(family, () => {
    test.for(readFamily(source, recordings[`./expected/${family}.json`]))('$py', async (one, { skip }) => {
      const got = await runCase(one, 'webgpu');
      const wrong = difference(got, one.expected, onWebgpu);
      const reason = wrong && refusal(got, one.expected);
      if (reason) skip(reason);
      expect(wrong, JSON.stringify({ got, expected: one.expected })).toBeNull();
    });
  });
}
