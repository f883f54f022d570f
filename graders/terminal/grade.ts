/** Grades a file: in a child process with limits on time, memory and output, and Node's permission model. */

import { fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { casesOf, type Exercise } from '../exercises.ts';
import { behaveAlike, judge } from '../judge.ts';
import { root } from '../paths.ts';
import type { Case, CaseInput, Outcome, Thrown, Verdict } from '../types.ts';
import type { Job } from './child.ts';

export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
  /** Characters of output. */
  readonly output: number;
}

export const limits: Limits = { seconds: 10, megabytes: 512, output: 100_000 };

export interface Graded {
  readonly verdict: Verdict;
  /** What the learner's code printed. */
  readonly output: string;
}

type Run =
  | { readonly status: 'done'; readonly outcomes: readonly Outcome[]; readonly output: string }
  | { readonly status: 'broken'; readonly error: Thrown; readonly output: string }
  | { readonly status: 'timeout' | 'flooded' | 'memory'; readonly output: string };

const child = fileURLToPath(new URL('child.ts', import.meta.url));

/** What the child may read: the engine, the grader's untrusted half, and the one file. Nothing may be written. */
function permissions(file: string): string[] {
  const readable = ['engine', 'graders', 'node_modules/torch', 'package.json'].map((name) =>
    join(root, name),
  );
  return ['--permission', ...[...readable, file].map((path) => `--allow-fs-read=${path}`)];
}

/** Runs the calls on a file's exports. */
export function runFile(
  file: string,
  cases: readonly CaseInput[],
  { seconds, megabytes, output: cap }: Limits = limits,
): Promise<Run> {
  const path = realpathSync(file);
  return new Promise((resolve) => {
    const worker = fork(child, [], {
      execArgv: [
        ...permissions(path),
        `--max-old-space-size=${megabytes}`,
        '--disable-warning=ExperimentalWarning',
      ],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
      env: { PATH: process.env.PATH, NO_COLOR: '1' },
    });
    let output = '';
    let errors = '';
    let isSettled = false;
    const end = (run: Run): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      worker.kill('SIGKILL');
      resolve(run);
    };
    const timer = setTimeout(() => end({ status: 'timeout', output }), seconds * 1000);
    worker.stdout?.on('data', (chunk: Buffer) => {
      output += chunk;
      if (output.length > cap) end({ status: 'flooded', output: output.slice(0, cap) });
    });
    worker.stderr?.on('data', (chunk: Buffer) => {
      errors = (errors + chunk).slice(-cap);
    });
    worker.on('message', (message: { type: string; outcomes?: Outcome[]; error?: Thrown }) => {
      if (message.type === 'ready') {
        const inputs = cases.map(({ function: name, args, weights }) => ({ function: name, args, weights }));
        const job: Job = { url: pathToFileURL(path).href, cases: inputs };
        worker.send(job);
      } else if (message.type === 'outcomes' && message.outcomes?.length === cases.length) {
        // Output is read before the verdict: the pipe may still hold some.
        setImmediate(() => end({ status: 'done', outcomes: message.outcomes as Outcome[], output }));
      } else if (message.error) {
        end({ status: 'broken', error: message.error, output });
      }
    });
    worker.on('exit', (code) => {
      const ranOut = /heap out of memory|Array buffer allocation failed/i.test(errors);
      if (ranOut) end({ status: 'memory', output });
      else
        end({
          status: 'broken',
          output,
          error: { name: 'Error', message: exitMessage(code, errors), line: null },
        });
    });
  });
}

function exitMessage(code: number | null, errors: string): string {
  const lastError = errors.split('\n').findLast((line) => /^\w*(Error|Exception)\b/.test(line));
  return lastError ?? `the code ended the process (exit ${code ?? 'by a signal'}) before it returned`;
}

/** Grades a file of the learner's: the same verdict as in the page. */
export async function gradeFile(exercise: Exercise, file: string): Promise<Graded> {
  const cases = casesOf(exercise);
  const run = await runFile(file, cases);
  const { output } = run;
  switch (run.status) {
    case 'timeout':
      return { verdict: { state: 'timeout', seconds: limits.seconds }, output };
    case 'flooded':
      return { verdict: { state: 'flooded' }, output };
    case 'memory': {
      const message = `the code used more than ${limits.megabytes} MB of memory`;
      return { verdict: broken({ name: 'RangeError', message, line: null }, cases), output };
    }
    case 'broken':
      return { verdict: broken(run.error, cases), output };
    case 'done': {
      const verdict = judge(run.outcomes, cases);
      if (verdict.state === 'passed') return { verdict, output };
      return { verdict: judge(run.outcomes, cases, await recognise(exercise, run.outcomes, cases)), output };
    }
  }
}

function broken(error: Thrown, cases: readonly Case[]): Verdict {
  return { state: 'error', passed: 0, total: cases.length, call: null, error, mistake: null };
}

/** The words for a known mistake that behaves just as the learner's code does, or null. */
async function recognise(
  exercise: Exercise,
  outcomes: readonly Outcome[],
  cases: readonly Case[],
): Promise<string | null> {
  for (const { name, says } of exercise.mistakes) {
    const run = await runFile(join(exercise.folder, 'mistakes', `${name}.ts`), cases);
    if (run.status === 'done' && behaveAlike(outcomes, run.outcomes, cases)) return says;
  }
  return null;
}
