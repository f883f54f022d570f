/**
 * Runs the files of an exercise that needs a GPU, through Dawn in this process: they are the project's own, not a
 * learner's, so they need no walls around them.
 */

import { pathToFileURL } from 'node:url';
import { initDawn } from '../../engine/tools/dawn.ts';
import { runCases } from '../run.ts';
import { thrownBy } from '../thrown.ts';
import type { Case, Outcome } from '../types.ts';

/** @throws Error where Dawn is not at hand, saying what is missing */
export async function runOnDawn(paths: readonly string[], cases: readonly Case[]): Promise<Outcome[][]> {
  await initDawn();
  const outcomes: Outcome[][] = [];
  for (const path of paths) {
    const exports = await import(pathToFileURL(path).href);
    outcomes.push(await runCases(exports, cases, 'webgpu', (error) => thrownBy(error, () => null)));
  }
  return outcomes;
}
