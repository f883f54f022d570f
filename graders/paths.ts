/** Where things lie in the project. For Node alone. */

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: the nearest above this module (which the site's build moves) that holds the exercises. */
function findRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package-lock.json')) && existsSync(join(folder, 'exercises'))) return folder;
    if (folder === dirname(folder)) throw new Error("the project's folder was not found");
  }
}

export const root = findRoot();
export const exercisesFolder = join(root, 'exercises');
export const lessonsFolder = join(root, 'site', 'lessons');
/** The learner's own files in the terminal, no part of the project: in my/, or where HANDGRAD_MY says. */
export const learnerFolder = resolve(root, process.env.HANDGRAD_MY ?? 'my');
/** Short programs in Python, each of them recorded under PyTorch. */
export const programsFolder = join(root, 'graders', 'python', 'programs');
