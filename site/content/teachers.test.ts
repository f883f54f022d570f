/** What the pages for teachers name is there: commands, files, fields and options. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kinds } from '../../graders/exercises.ts';
import { root } from '../../graders/paths.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const writing = read('site/content/docs/write-an-exercise.mdx');
const hosting = read('site/content/docs/host-a-course.mdx');
const made = read('graders/teacher/new.ts');

const matches = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, found]) => found)),
];

test('every command is one of package.json, every file is there', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const commands = matches(writing + hosting, /npm (?:run )?(start|test|(?<=run )[\w:]+)/g);
  expect(commands.length).toBeGreaterThan(6);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  const files = matches(hosting + writing, /`(?:node )?((?:\.github|site|scripts|exercises)\/[\w./-]+)`/g);
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter((file) => !file.includes('NN-') && !existsSync(join(root, file)))).toEqual([]);
});

test('an exercise has the files, the fields and the kinds that are named', () => {
  const files = matches(writing, /^(\w+\.\w+|mistakes|expected)(?:\/\S*)? {2,}\S/gm);
  for (const file of files.filter((name) => name !== 'expected')) expect(made).toContain(file);
  const fields = matches(writing, /^\| `(\w+)` \|/gm);
  const inUse = globSync('exercises/*/*/exercise.mdx', { cwd: root }).flatMap((file) =>
    matches(read(file).split('\n---')[0], /^(\w+):/gm),
  );
  expect(fields.sort()).toEqual([...new Set(inUse)].sort());
  expect(matches(/`kind` .*/.exec(writing)![0].replace('`kind`', ''), /`(\w+)`/g)).toEqual([...kinds]);
});

test('a case takes the options that are named, and no others', () => {
  const signature = /def case\((.*)\):/.exec(read('graders/oracle/handgrad.py'))![1];
  expect(matches(writing, /^- `(\w+)=True`/gm)).toEqual(matches(signature, /(\w+)=False/g));
});

test("the reference is the one that exercise:new makes, and so is the mistake's first line", () => {
  expect(made).toContain(/```py\n([\s\S]*?)```/.exec(writing)![1]);
  expect(made).toContain(/\/\/ @says .*/.exec(writing)![0]);
});
