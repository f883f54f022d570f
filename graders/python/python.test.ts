/** Python over the engine against real PyTorch: the tutorial and the engine's corpus. site/lessons has the lessons. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { difference, onCpu } from '../../engine/corpus/corpus.ts';
import { families } from '../../engine/corpus/files.ts';
import { runPythonCase } from './corpus.ts';
import { showCells, withoutAddresses } from './notebook.ts';
import { PythonSession } from './session.ts';
import { readSources } from './sources.ts';

const own = fileURLToPath(new URL('.', import.meta.url));

test('every block of the tutorial runs unchanged and shows what PyTorch shows', () => {
  const shown = Object.fromEntries(showCells(join(own, 'tutorial.py')).map(({ name, text }) => [name, text]));
  const texts = Object.fromEntries(
    Object.entries(shown).map(([name, text]) => [name, withoutAddresses(text)]),
  );
  const { cells } = JSON.parse(readFileSync(join(own, 'expected', 'tutorial.json'), 'utf8'));
  expect(texts).toEqual(cells);
});

/** How much of the corpus must be right: the engine's corpus grows, and a line of it may need more Python than there is. */
const floor = 0.995;

test('the Python lines of the corpus give what PyTorch gives', () => {
  const session = new PythonSession(readSources(), { write: () => {}, show: () => {} });
  // There are no complex numbers here: what TypeScript says of them is another error than Python's.
  const cases = [...families().values()].flat().filter(({ py }) => !/\btorch\.(complex|polar)\(/.test(py));
  const wrong = cases.flatMap((one) => {
    const found = difference(runPythonCase(session, one.py), one.expected, onCpu);
    return found ? [`${one.py}: ${found}`] : [];
  });
  const right = cases.length - wrong.length;
  console.log([`${right} of ${cases.length} lines of Python give PyTorch's result`, ...wrong].join('\n'));
  expect(right / cases.length).toBeGreaterThan(floor);
}, 240_000);
