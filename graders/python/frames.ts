/** Tracebacks show the learner's own code alone. */

import type { Brython, Py } from './brython.ts';

/** Takes the library's own frames out of a traceback. Gives those that are left, innermost last. */
export function keepOwnFrames(thrown: Py, none: Py): Py[] {
  const frames: Py[] = [];
  for (let at = thrown.__traceback__; at && at !== none; at = at.tb_next) {
    const file = String(at.tb_frame.__file__);
    if (!file.startsWith('<') && !file.startsWith('VFS.')) frames.push(at);
  }
  frames.forEach((frame, k) => {
    frame.tb_next = frames[k + 1] ?? none;
  });
  thrown.__traceback__ = frames[0] ?? none;
  return frames;
}

/** The text of a traceback, without the frames of the library. */
export function tracebackText(brython: Brython, thrown: Py): string {
  keepOwnFrames(thrown, brython.builtins.None);
  return brython.error_trace(thrown);
}
