/** Python in a program that grades or shows: in the page's sandbox and in the terminal's child process. */

import { runCases } from '../run.ts';
import type { CaseInput, Outcome, Thrown } from '../types.ts';
import { explain, exportsOf } from './answer.ts';
import { PythonSession, type Sources } from './session.ts';

export { PythonSession, type Sources };

/** Grades sources that all answer an exercise: what their calls did, or why one of them did not come to its calls. */
export async function gradePython(
  session: PythonSession,
  sources: readonly string[],
  cases: readonly CaseInput[],
  device: string,
): Promise<Outcome[][] | Thrown> {
  const outcomes: Outcome[][] = [];
  try {
    for (const source of sources) {
      const exports = await exportsOf(session, source, cases);
      outcomes.push(await runCases(exports, cases, device, (error) => explain(session, error)));
    }
  } catch (error) {
    return explain(session, error);
  }
  return outcomes;
}
