/** The corpus's files, for Node. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CorpusCase, readFamily } from './corpus.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

export function families(): Map<string, CorpusCase[]> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  return new Map(
    names.map((name) => {
      const family = basename(name, '.txt');
      const recorded = JSON.parse(readFileSync(join(folder, 'expected', `${family}.json`), 'utf8'));
      return [family, readFamily(readFileSync(join(folder, name), 'utf8'), recorded)];
    }),
  );
}
