/** `--watch`: grades a file at every save, and takes keys for what a learner asks next. */

import { type FSWatcher, watch } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Exercise } from '../exercises.ts';
import { root } from '../paths.ts';
import { ensureFile } from './files.ts';
import { paint } from './render.ts';

interface Commands {
  grade(exercise: Exercise): Promise<boolean>;
  /** @throws Error where there is none left */
  next(): Exercise;
  hint(exercise: Exercise): void;
  /** Whether the screen is cleared before each verdict. */
  clears: boolean;
}

/** Editors save in several steps: milliseconds to wait for the last. */
const pause = 80;

/** Goes on until q or Ctrl+C. */
export async function watchFiles(first: Exercise, commands: Commands): Promise<boolean> {
  const takesKeys = process.stdin.isTTY === true;
  let exercise = first;
  let watcher: FSWatcher | null = null;
  let isSolved = false;
  let running: Promise<void> = Promise.resolve();

  const gradeAgain = (): void => {
    running = running.then(() =>
      goOn(async () => {
        if (commands.clears && process.stdout.isTTY) console.clear();
        isSolved = await commands.grade(exercise);
        if (commands.clears)
          console.log(paint('dim', `\n${whatNow(ensureFile(exercise), isSolved, takesKeys)}`));
      }),
    );
  };
  const open = (which: Exercise): void => {
    exercise = which;
    watcher?.close();
    const file = ensureFile(exercise);
    let timer: NodeJS.Timeout | undefined;
    watcher = watch(dirname(file), (_event, name) => {
      if (name !== null && !file.endsWith(name)) return;
      clearTimeout(timer);
      timer = setTimeout(gradeAgain, pause);
    });
    gradeAgain();
  };
  open(exercise);
  if (!takesKeys) return new Promise(() => {});

  process.stdin.setRawMode(true).setEncoding('utf8').resume();
  return new Promise((resolve) => {
    process.stdin.on('data', (key: string) => {
      if (key === 'q' || key === '\u0003') {
        watcher?.close();
        process.stdin.setRawMode(false).pause();
        resolve(isSolved);
      }
      if (key === 'h') goOn(() => commands.hint(exercise));
      if (key === 'r') gradeAgain();
      if (key === 'n') goOn(() => open(commands.next()));
    });
  });
}

/** What cannot be done, as with a damaged record of progress, is told, and the watch goes on. */
async function goOn(action: () => unknown): Promise<void> {
  try {
    await action();
  } catch (error) {
    console.error((error as Error).message);
  }
}

function whatNow(file: string, isSolved: boolean, takesKeys: boolean): string {
  const keys = isSolved ? 'n: next · r: grade again · q: quit' : 'h: hint · r: grade again · q: quit';
  return `Watching ${relative(root, file)}: save it to grade it again.${takesKeys ? ` ${keys}` : ' Ctrl+C ends.'}`;
}
