/** The learner's own files, and the exercises that they name. */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Exercise, exerciseIds, readExercise } from '../exercises.ts';
import { learnerFolder, root } from '../paths.ts';
import { paint } from './render.ts';

/** A wrong command: what to do is in its message. */
export class UsageError extends Error {}

/** In which language the learner works: TypeScript unless said otherwise. */
export const isPython = process.argv.includes('--python');

export const fileOf = ({ id }: Exercise): string => join(learnerFolder, `${id}.${isPython ? 'py' : 'ts'}`);

/** The one exercise whose id begins so: `04/02` is short for `04-…/02-…`. */
export function find(text: string): Exercise {
  const [chapter, name = ''] = text
    .replace(/^my\//, '')
    .replace(/\.(ts|py)$/, '')
    .split('/');
  const found = exerciseIds().filter((id) => {
    const [ownChapter, ownName] = id.split('/');
    return ownChapter.startsWith(chapter) && ownName.startsWith(name);
  });
  if (found.length === 0)
    throw new UsageError(`no exercise begins with '${text}': \`npm run grade\` lists them all`);
  if (found.length > 1) throw new UsageError(`'${text}' could be any of ${found.join(', ')}`);
  return readExercise(found[0]);
}

/** @throws UsageError where the exercise is not to be had in the language */
function starterOf({ id, starter, pythonStarter }: Exercise): string {
  if (!isPython) return starter;
  if (pythonStarter === null)
    throw new UsageError(`${id} is not to be had in Python: solve it without --python`);
  return pythonStarter;
}

export function ensureFile(exercise: Exercise): string {
  const file = fileOf(exercise);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, starterOf(exercise));
    console.log(`Your file is ${paint('bold', relative(root, file))}: edit it and run this again.\n`);
  }
  return file;
}
