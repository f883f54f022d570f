/** What a learner's code threw, as plain data: whatever it is, and whatever its getters do. */

import { longestMessage } from './limits.ts';
import type { Thrown } from './types.ts';

/** `lineIn` finds the learner's own line in a stack trace. */
export function thrownBy(error: unknown, lineIn: (stack: string) => number | null): Thrown {
  try {
    if (!(error instanceof Error))
      return { name: 'Error', message: shortened(`the code threw ${String(error)}`), line: null };
    const [name, message, stack] = [error.name, error.message, error.stack].map(String);
    return { name: shortened(name), message: shortened(message), line: lineIn(stack) };
  } catch {
    return { name: 'Error', message: 'the code threw something that cannot be read', line: null };
  }
}

function shortened(text: string): string {
  return text.length > longestMessage ? `${text.slice(0, longestMessage)}…` : text;
}
