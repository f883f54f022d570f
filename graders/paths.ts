/** Where things lie in the project. For Node alone. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const exercisesFolder = join(root, 'exercises');
export const lessonsFolder = join(root, 'site', 'lessons');
/** The learner's own files in the terminal: not part of the project. */
export const learnerFolder = join(root, 'my');
