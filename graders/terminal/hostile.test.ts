/** Programs that mean no good, in the terminal: each is stopped and told by its name, none passes, none gets out. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exerciseIds, readExercise } from '../exercises.ts';
import { hostile, hostilePython } from '../hostile.ts';
import { gradeFile } from './grade.ts';
import { programsFolder } from './programs.ts';
import { renderVerdict } from './render.ts';

const exercise = readExercise(exerciseIds().find((id) => id.endsWith('pick-elements')) as string);
const folder = mkdtempSync(join(tmpdir(), 'handgrad-hostile-'));
const limits = { megabytes: 256, output: 20_000 };

/** What is to be stopped is stopped soon; the others have time enough on a busy machine too. */
const secondsFor = (says: RegExp): number =>
  says.test('Stopped after 1.5 seconds: never ends, never settles') ? 1.5 : 20;

// What is made once is not part of the first program's time.
beforeAll(programsFolder, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const programs = [
  ...hostile.filter(({ only }) => only !== 'page').map((one) => ({ ...one, ending: 'ts' })),
  ...hostilePython.map((one) => ({ ...one, ending: 'py' })),
];

test.for(programs)('$name', async ({ code, says, name, ending }) => {
  const file = join(folder, `${name.replaceAll(' ', '-')}.${ending}`);
  writeFileSync(file, code);
  const seconds = secondsFor(says);
  const started = Date.now();
  const { verdict, output } = await gradeFile(exercise, file, { ...limits, seconds });
  expect(Date.now() - started).toBeLessThan((seconds + 25) * 1000);
  expect(verdict.state).not.toBe('passed');
  expect(renderVerdict(verdict)).toMatch(says);
  expect(output.length).toBeLessThanOrEqual(limits.output);
});
