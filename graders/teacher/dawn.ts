/**
 * Runs the files of an exercise that needs a GPU, through Dawn in this process: they are the project's own, not a
 * learner's, so they need no walls around them.
 */

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { initDawn } from '../../engine/tools/dawn.ts';
import { gradePython, PythonSession } from '../python/program.ts';
import { readSources } from '../python/sources.ts';
import { runCases } from '../run.ts';
import { thrownBy } from '../thrown.ts';
import type { Case, Outcome } from '../types.ts';

/** @throws Error where Dawn is not at hand, saying what is missing */
export async function runOnDawn(paths: readonly string[], cases: readonly Case[]): Promise<Outcome[][]> {
  await initDawn();
  if (paths[0].endsWith('.py')) return runPython(paths, cases);
  const outcomes: Outcome[][] = [];
  for (const path of paths) {
    const exports = await import(pathToFileURL(path).href);
    outcomes.push(await runCases(exports, cases, 'webgpu', (error) => thrownBy(error, () => null)));
  }
  return outcomes;
}

/** @throws Error where a file does not come to its calls */
async function runPython(paths: readonly string[], cases: readonly Case[]): Promise<Outcome[][]> {
  const session = new PythonSession(readSources(), { write: () => {}, show: () => {} });
  const sources = paths.map((path) => readFileSync(path, 'utf8'));
  const outcomes = await gradePython(session, sources, cases, 'webgpu');
  if (Array.isArray(outcomes)) return outcomes;
  throw new Error(`${outcomes.name}: ${outcomes.message}`);
}
