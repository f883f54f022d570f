/** Exercises with one thing wrong each: what is said of them names the thing, and the way to mend it. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exercisesFolder } from '../paths.ts';
import { problemOf } from './prove.ts';

const id = '04-indexing/03-window';
let home: string;
let folder: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'handgrad-teacher-'));
  folder = join(home, id);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Replaces a part of a file; null removes the file. */
type Damage = [file: string, from: string | RegExp, to: string] | [file: string, from: null];

const mistake = "// @says A word.\nexport const inner_window = (x) => x.index('1:-1', '1:-1');\n";
const damages: [Damage, RegExp][] = [
  [['exercise.mdx', null], /has no exercise\.mdx/],
  [['exercise.mdx', 'title: A', 'title: A: A'], /line 2: the frontmatter is no YAML.*quotes/],
  [['exercise.mdx', 'kind: view', 'kind: look'], /kind must be one of predict, write,.* not 'look'/],
  [['exercise.mdx', 'hints:', 'clues:'], /give three hints/],
  [['mistakes/a-copy.ts', /^/, mistake.slice(3)], /a-copy\.ts must begin with a line '\/\/ @says …'/],
  [['notes.txt', /^/, 'later'], /notes\.txt is no part of an exercise: remove it/],
  [['expected/cases.json', null], /no recorded expectations: run `npm run oracle -- 04-indexing\/03-window`/],
  [['solution.ts', "'1:-1', '1:-1'", "'1:-1', '1:-2'"], /solution\.ts does not pass:[\s\S]*has the shape/],
  [['solution.ts', 'return', 'return return'], /solution\.ts[\s\S]*SyntaxError/],
  [['starter.ts', 'return x', 'return x.index("1:-1", "1:-1")'], /starter\.ts passes: there is nothing left/],
  [['starter.ts', 'return x', "throw new Error('to do')"], /starter\.ts throws.*something wrong instead/],
  [['mistakes/z.ts', /^/, mistake], /mistakes\/z\.ts passes: add a case that it fails/],
];

test.for(damages)('%j', async ([[file, from, to], says]) => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(exercisesFolder, id), folder, { recursive: true });
  const path = join(folder, file);
  if (from === null) rmSync(path);
  else {
    const isNew = file === 'notes.txt' || file === 'mistakes/z.ts' || file === 'mistakes/a-copy.ts';
    writeFileSync(path, (isNew ? '' : readFileSync(path, 'utf8')).replace(from, to));
  }
  expect(await problemOf(id, home)).toMatch(says);
});
