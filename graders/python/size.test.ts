/** What a page loads for Python, language and wrapper together, stays small. */

import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundle } from '../bundle.ts';
import { compiledSources } from './sources.ts';

test('Python takes less than 400 kB, compressed', async () => {
  const program = await bundle(fileURLToPath(new URL('program.ts', import.meta.url)), 'torch');
  const bytes = [program, JSON.stringify(compiledSources())].map(
    (text) => gzipSync(text, { level: 9 }).length,
  );
  console.log(`${(bytes[0] / 1000).toFixed(0)} kB of wrapper, ${(bytes[1] / 1000).toFixed(0)} kB of Python`);
  expect(bytes[0] + bytes[1]).toBeLessThan(400_000);
});
