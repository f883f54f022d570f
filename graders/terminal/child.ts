/**
 * The process in which a learner's file runs, with no right but to read the engine and the file. It gets its job over
 * the parent's channel; what it sends back is judged there.
 */

import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as Python from '../python/program.ts';
import { type Exports, runCases } from '../run.ts';
import { shut } from '../shut.ts';
import { thrownBy } from '../thrown.ts';
import type { CaseInput, Outcome, Thrown } from '../types.ts';

export interface Job {
  /** Files that all answer the exercise, as URLs. */
  readonly urls: readonly string[];
  readonly cases: readonly CaseInput[];
}

// Taken before any code of the learner's can put something else in their place.
const send = process.send?.bind(process) as (message: unknown) => boolean;
const output = process.stdout;
Error.stackTraceLimit = 100;

type Program = typeof Python;

process.once('message', async ({ urls, cases }: Job) => {
  onlyTorch();
  shut(globalThis);
  const explain = (error: unknown): Thrown => thrownBy(error, (stack) => lineIn(stack, urls));
  try {
    if (urls[0].endsWith('.py')) return send(await runPython(urls, cases));
    const outcomes: Outcome[][] = [];
    for (const url of urls) {
      const exports: Exports = await import(url);
      outcomes.push(await runCases(exports, cases, 'cpu', explain));
    }
    send({ type: 'outcomes', outcomes });
  } catch (error) {
    send({ type: 'broken', error: explain(error) });
  }
});
send({ type: 'ready' });

/** Python is loaded for files of Python alone. */
async function runPython(urls: readonly string[], cases: readonly CaseInput[]): Promise<object> {
  const { gradePython, PythonSession } = (await import(
    new URL('python.mjs', import.meta.url).href
  )) as Program;
  const read = (url: URL | string): string => readFileSync(fileURLToPath(url), 'utf8');
  const texts = JSON.parse(read(new URL('python.json', import.meta.url)));
  const outlet = { write: (text: string) => void output.write(text), show: () => {} };
  const result = await gradePython(new PythonSession(texts, outlet), urls.map(read), cases, 'cpu');
  return Array.isArray(result) ? { type: 'outcomes', outcomes: result } : { type: 'broken', error: result };
}

/** From here on only the engine can be imported besides the learner's file, as in the page: wherever that file lies. */
function onlyTorch(): void {
  const torch = new URL('torch.mjs', import.meta.url).href;
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'torch') return { url: torch, shortCircuit: true };
      if (context.parentURL === import.meta.url) return next(specifier, context);
      throw new SyntaxError(`Only 'torch' can be imported here, not '${specifier}'`);
    },
  });
}

/** The line of the file nearest to where the error was thrown. */
function lineIn(stack: string, urls: readonly string[]): number | null {
  for (const name of urls.flatMap((url) => [url, fileURLToPath(url)])) {
    const line = stack.split(`${name}:`)[1];
    if (line) return Number.parseInt(line, 10);
  }
  return null;
}
