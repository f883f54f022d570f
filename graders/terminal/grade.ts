/** Grades a file: in a child process with limits on time, memory and output, and Node's permission model. */

import { type ChildProcess, fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { casesOf, type Exercise } from '../exercises.ts';
import { behaveAlike, judge } from '../judge.ts';
import { readOutcomes } from '../received.ts';
import type { Case, CaseInput, Outcome, Thrown, Verdict } from '../types.ts';
import type { Job } from './child.ts';
import { watchMemory } from './memory.ts';
import { programsFolder } from './programs.ts';

export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
  /** Characters of output. */
  readonly output: number;
}

const limits: Limits = { seconds: 10, megabytes: 512, output: 100_000 };

export interface Graded {
  readonly verdict: Verdict;
  /** What the learner's code printed. */
  readonly output: string;
}

type Run =
  /** For each file, what its calls did. */
  | { readonly status: 'done'; readonly outcomes: readonly Outcome[][]; readonly output: string }
  | { readonly status: 'broken'; readonly error: Thrown; readonly output: string }
  | { readonly status: 'timeout' | 'flooded' | 'memory'; readonly output: string };

/** A process that may read the programs and the files, and write nothing. */
function startChild(programs: string, files: readonly string[], megabytes: number): ChildProcess {
  return fork(join(programs, 'child.mjs'), [], {
    execArgv: [
      '--permission',
      ...[programs, ...files].map((path) => `--allow-fs-read=${path}`),
      `--max-old-space-size=${megabytes}`,
      '--disable-warning=ExperimentalWarning',
    ],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { PATH: process.env.PATH, NO_COLOR: '1' },
  });
}

/** Runs the calls on each file's exports, in one process that may read them and the engine, and write nothing. */
export async function runFiles(
  files: readonly string[],
  cases: readonly CaseInput[],
  { seconds, megabytes, output: cap }: Limits = limits,
): Promise<Run> {
  const programs = await programsFolder();
  const paths = files.map((file) => realpathSync(file));
  return new Promise((resolve) => {
    const worker = startChild(programs, paths, megabytes);
    let output = '';
    let errors = '';
    let isSettled = false;
    const end = (run: Run): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      stopWatching();
      worker.kill('SIGKILL');
      resolve(run);
    };
    let timer: NodeJS.Timeout | undefined;
    const stopWatching = watchMemory(worker.pid, megabytes, () => end({ status: 'memory', output }));
    worker.stdout?.on('data', (chunk: Buffer) => {
      output += chunk;
      if (output.length > cap) end({ status: 'flooded', output: output.slice(0, cap) });
    });
    worker.stderr?.on('data', (chunk: Buffer) => {
      errors = (errors + chunk).slice(-cap);
    });
    worker.on('message', (message: { type: string; outcomes?: unknown; error?: Thrown }) => {
      if (message.type === 'ready') {
        const inputs = cases.map(({ function: name, args, weights }) => ({ function: name, args, weights }));
        const job: Job = { urls: paths.map((path) => pathToFileURL(path).href), cases: inputs };
        worker.send(job);
        timer = setTimeout(() => end({ status: 'timeout', output }), seconds * 1000);
      } else if (message.type === 'outcomes') {
        // Output is read before the verdict: the pipe may still hold some.
        setImmediate(() => end(received(message.outcomes, paths.length, cases, output)));
      } else if (message.error) {
        end({ status: 'broken', error: message.error, output });
      }
    });
    const exited = (code: number | null): void => end(exit(code, errors, output));
    // A process that has sent its outcomes may be gone before they are read: what the channel holds comes first.
    worker.on('exit', (code) => {
      const afterMessages = (): void => void setImmediate(exited, code);
      if (worker.connected) worker.once('disconnect', afterMessages);
      else afterMessages();
    });
  });
}

function received(data: unknown, files: number, cases: readonly CaseInput[], output: string): Run {
  try {
    const all = Array.from({ length: files }, (_, at) => readOutcomes((data as unknown[])[at], cases));
    return { status: 'done', outcomes: all, output };
  } catch (error) {
    const { message } = error as Error;
    return { status: 'broken', error: { name: 'Error', message, line: null }, output };
  }
}

/** What the end of a process that sent no outcomes means. */
function exit(code: number | null, errors: string, output: string): Run {
  if (/heap out of memory|Array buffer allocation failed/i.test(errors)) return { status: 'memory', output };
  const error = { name: 'Error', message: exitMessage(code, errors), line: null };
  return { status: 'broken', error, output };
}

function exitMessage(code: number | null, errors: string): string {
  if (code === 0 && !errors) return 'the code never returned: it waits for a promise that never settles';
  const lastError = errors.split('\n').findLast((line) => /^\w*(Error|Exception)\b/.test(line));
  return lastError ?? `the code ended the process (exit ${code ?? 'by a signal'}) before it returned`;
}

/** Grades a file of the learner's: the same verdict as in the page. */
export async function gradeFile(exercise: Exercise, file: string, within: Limits = limits): Promise<Graded> {
  const cases = casesOf(exercise);
  const run = await runFiles([file], cases, within);
  const { output } = run;
  switch (run.status) {
    case 'timeout':
      return { verdict: { state: 'timeout', seconds: within.seconds }, output };
    case 'flooded':
      return { verdict: { state: 'flooded' }, output };
    case 'memory': {
      const message = `the code used more than ${within.megabytes} MB of memory`;
      return { verdict: broken({ name: 'RangeError', message, line: null }, cases), output };
    }
    case 'broken':
      return { verdict: broken(run.error, cases), output };
    case 'done': {
      const [outcomes] = run.outcomes;
      const verdict = judge(outcomes, cases);
      if (verdict.state === 'passed') return { verdict, output };
      return { verdict: judge(outcomes, cases, await recognise(exercise, outcomes, cases)), output };
    }
  }
}

function broken(error: Thrown, cases: readonly Case[]): Verdict {
  return { state: 'error', passed: 0, total: cases.length, call: null, error, mistake: null };
}

/** The words for a known mistake that behaves just as the learner's code does, or null. */
async function recognise(
  { folder, mistakes }: Exercise,
  outcomes: readonly Outcome[],
  cases: readonly Case[],
): Promise<string | null> {
  const run = await runFiles(
    mistakes.map(({ name }) => join(folder, 'mistakes', `${name}.ts`)),
    cases,
  );
  if (run.status !== 'done') return null;
  const found = run.outcomes.findIndex((theirs) => behaveAlike(outcomes, theirs, cases));
  return mistakes[found]?.says ?? null;
}
