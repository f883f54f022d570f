/** A mistake made in Python is recognised by what it does, as the same mistake in TypeScript is. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { casesOf, readExercise } from '../exercises.ts';
import { behaveAlike, judge } from '../judge.ts';
import { runCases } from '../run.ts';
import { gradePython } from './program.ts';
import { PythonSession } from './session.ts';
import { compiledSources } from './sources.ts';

const source = readFileSync(new URL('mistakes.py', import.meta.url), 'utf8');
const made = source.split(/^# %% (.+)\n/m).slice(1);
const session = new PythonSession(compiledSources(), { write: () => {}, show: () => {} });

test.each(Array.from({ length: made.length / 2 }, (_, k) => [made[2 * k], made[2 * k + 1]]))(
  '%s is told what its author in TypeScript is told',
  async (title, code) => {
    const [id, name] = title.split(' ');
    const exercise = readExercise(id);
    const cases = casesOf(exercise);
    const graded = await gradePython(session, [code], cases, 'cpu');
    if (!Array.isArray(graded)) throw new Error(graded.message);
    expect(judge(graded[0], cases).state).not.toBe('passed');
    const explain = ({ name, message }: Error) => ({ name, message, line: null });
    const alike = exercise.mistakes.map(async (mistake) => {
      const module = await import(join(exercise.folder, 'mistakes', `${mistake.name}.ts`));
      const theirs = await runCases(module, cases, 'cpu', (error) => explain(error as Error));
      return behaveAlike(graded[0], theirs, cases);
    });
    const found = (await Promise.all(alike)).indexOf(true);
    expect(exercise.mistakes[found]?.name).toBe(name);
  },
);
