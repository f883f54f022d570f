/** What the learner has done: my/progress.json. A damaged file is refused, never overwritten. */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { learnerFolder } from '../paths.ts';
import { emptyProgress, type Progress, parseProgress } from '../progress.ts';

const progressFile = join(learnerFolder, 'progress.json');

/** @throws Error that says what is wrong with the file and that it was left as it is. */
export function readProgress(): Progress {
  if (!existsSync(progressFile)) return emptyProgress();
  try {
    return parseProgress(readFileSync(progressFile, 'utf8'));
  } catch (error) {
    throw new Error(
      `${progressFile} cannot be read: ${(error as Error).message}. It was left as it is: mend it, or move it away to start anew.`,
    );
  }
}

/** Written beside the file and moved over it, so that a crash loses nothing. */
export function writeProgress(progress: Progress): void {
  mkdirSync(dirname(progressFile), { recursive: true });
  writeFileSync(`${progressFile}.new`, `${JSON.stringify(progress, null, 1)}\n`);
  renameSync(`${progressFile}.new`, progressFile);
}
