/**
 * The process in which a learner's file runs, with no right but to read the engine and the file. It gets its job over
 * the parent's channel; what it sends back is judged there.
 */

import { type Exports, runCases } from '../run.ts';
import type { CaseInput, Thrown } from '../types.ts';

export interface Job {
  /** The learner's file, as a URL. */
  readonly url: string;
  readonly cases: readonly CaseInput[];
}

// Taken before any code of the learner's can put something else in their place.
const send = process.send?.bind(process) as (message: unknown) => boolean;
Error.stackTraceLimit = 100;

process.once('message', async ({ url, cases }: Job) => {
  const explain = (error: unknown): Thrown => describeError(error, url);
  try {
    const exports: Exports = await import(url);
    send({ type: 'outcomes', outcomes: await runCases(exports, cases, 'cpu', explain) });
  } catch (error) {
    send({ type: 'broken', error: explain(error) });
  }
});
send({ type: 'ready' });

/** The error, with the line of the learner's file nearest to where it was thrown. */
function describeError(error: unknown, url: string): Thrown {
  if (!(error instanceof Error))
    return { name: 'Error', message: `the code threw ${String(error)}`, line: null };
  const text = String(error.stack);
  const path = url.replace('file://', '');
  const place = text.split(url)[1] ?? text.split(path)[1] ?? '';
  const line = /^:(\d+)/.exec(place)?.[1];
  return { name: error.name, message: error.message, line: line ? Number(line) : null };
}
