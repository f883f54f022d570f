/** Python over the engine against real PyTorch: the tutorial, the lessons and the engine's corpus. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { difference, onCpu } from '../../engine/corpus/corpus.ts';
import { families } from '../../engine/corpus/files.ts';
import { lessonsFolder } from '../paths.ts';
import { runPythonCase } from './corpus.ts';
import { PythonSession } from './session.ts';
import { readSources } from './sources.ts';

const sources = readSources();
let written = '';

function newSession(): PythonSession {
  const write = (text: string): void => {
    written += text;
  };
  return new PythonSession(sources, { write, show: () => {} });
}

/** What a lesson's cells draw with in the page. */
const noPlot = Object.fromEntries(
  ['line', 'graph', 'contour', 'path', 'boundary', 'image'].map((name) => [name, () => {}]),
);

/** What a notebook would show of each block of a source. */
function show(path: string): Record<string, string> {
  const session = newSession();
  session.provide('plot', noPlot);
  const texts: Record<string, string> = {};
  for (const block of readFileSync(path, 'utf8').split(/^(?=# %% )/m)) {
    const name = /^# %% (.+)/.exec(block)?.[1].trim();
    if (!name) continue;
    written = '';
    try {
      const value = session.show(session.run(block, `${name}.py`));
      if (value !== null) written += `${value}\n`;
    } catch (error) {
      const { name: type, message } = session.describe(error);
      written += `${type}: ${message}`;
    }
    texts[name] = written.replace(/\n+$/, '');
  }
  return texts;
}

function recorded(path: string): Record<string, string> {
  return JSON.parse(readFileSync(path, 'utf8')).cells;
}

test('every block of the tutorial runs unchanged and shows what PyTorch shows', () => {
  const own = fileURLToPath(new URL('.', import.meta.url));
  const shown = show(join(own, 'tutorial.py'));
  const hidden = (text: string): string => text.replace(/\b(0x[0-9a-f]{6,}|\d{5,})\b/g, '<address>');
  const texts = Object.fromEntries(Object.entries(shown).map(([name, text]) => [name, hidden(text)]));
  expect(texts).toEqual(recorded(join(own, 'expected', 'tutorial.json')));
});

const lessons = (existsSync(lessonsFolder) ? readdirSync(lessonsFolder) : []).filter((name) =>
  name.endsWith('.py'),
);

/** What a model writes once it is trained hangs on the last bit of every step: processors differ there. */
const chaotic = ['greedy'];

test.each(lessons)(
  'the cells of lesson %s show what PyTorch shows',
  (name) => {
    const expected = recorded(join(lessonsFolder, 'expected', `${basename(name, '.py')}.json`));
    const shown = show(join(lessonsFolder, name));
    for (const id of chaotic) if (id in expected) expected[id] = shown[id];
    expect(shown).toEqual(expected);
  },
  120_000,
);

/** How much of the corpus must be right: the engine's corpus grows, and a line of it may need more Python than there is. */
const floor = 0.995;

test('the Python lines of the corpus give what PyTorch gives', () => {
  const session = newSession();
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
