/** What a learner's code threw, as plain data: whatever it is, and whatever its getters do. */

import type { Thrown } from './types.ts';

/** `lineIn` finds the learner's own line in a stack trace. */
export function thrownBy(error: unknown, lineIn: (stack: string) => number | null): Thrown {
  try {
    if (!(error instanceof Error))
      return { name: 'Error', message: `the code threw ${String(error)}`, line: null };
    return { name: String(error.name), message: String(error.message), line: lineIn(String(error.stack)) };
  } catch {
    return { name: 'Error', message: 'the code threw something that cannot be read', line: null };
  }
}
