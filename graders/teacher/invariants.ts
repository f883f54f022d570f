/** What every exercise must keep: one function an invariant, whose error says the fix. For Node alone. */

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differingPositions } from '../compare.ts';
import { casesOf, type Exercise, kinds } from '../exercises.ts';
import { behaveAlike, judge } from '../judge.ts';
import { shownReference } from '../reference.ts';
import { runFiles } from '../terminal/grade.ts';
import type { Case, Outcome, TensorData, Value } from '../types.ts';
import { runOnDawn } from './dawn.ts';

type Returned = Extract<Outcome, { status: 'returned' }>;

/** @throws Error whose message says what is wrong and how to mend it. */
type Invariant = (exercise: Exercise) => void | Promise<void>;

/** What each of the exercise's files does. */
async function outcomesOf(exercise: Exercise, ...files: string[]): Promise<readonly Outcome[][]> {
  const paths = files.map((file) => join(exercise.folder, file));
  if (exercise.device === 'webgpu') return runOnDawn(paths, casesOf(exercise));
  const run = await runFiles(paths, casesOf(exercise));
  if (run.status === 'done') return run.outcomes;
  const why = run.status === 'broken' ? `${run.error.name}: ${run.error.message}` : run.status;
  throw new Error(`${files.join(', ')} did not run to the end (${why})`);
}

function frontmatterIsComplete(exercise: Exercise): void {
  const { title, kind, difficulty, teaches, hints, explanation, text, device } = exercise;
  if (!title || !teaches || !explanation) {
    throw new Error('exercise.mdx: the frontmatter needs title, teaches and explanation');
  }
  if (!kinds.includes(kind))
    throw new Error(`exercise.mdx: kind must be one of ${kinds.join(', ')}, not '${kind}'`);
  if (![1, 2, 3].includes(difficulty)) throw new Error('exercise.mdx: difficulty must be 1, 2 or 3');
  if (![undefined, 'cpu', 'webgpu'].includes(device))
    throw new Error("exercise.mdx: device can be 'cpu' or 'webgpu', or is left out");
  if (hints?.length !== 3)
    throw new Error('exercise.mdx: give three hints, each a step further than the last');
  if (text.length < 80) throw new Error('exercise.mdx: say below the frontmatter what is asked');
}

const expectedFiles = new Set([
  'exercise.mdx',
  'starter.ts',
  'starter.py',
  'solution.ts',
  'mistakes',
  'reference.py',
  'expected',
]);

function hasNoStrayFile({ folder }: Exercise): void {
  const stray = readdirSync(folder).find((name) => !expectedFiles.has(name));
  if (stray) throw new Error(`${stray} is no part of an exercise: remove it`);
  const arrays = readdirSync(join(folder, 'expected')).filter(
    (name) => !/^(cases\.json|.*\.npy)$/.test(name),
  );
  if (arrays.length > 0) throw new Error(`expected/${arrays[0]} was not made by the oracle: remove it`);
}

function hasMistakes({ mistakes, folder }: Exercise): void {
  if (mistakes.length < 2 || !existsSync(join(folder, 'mistakes'))) {
    throw new Error('give at least two plausible mistakes in mistakes/, each with a first line `// @says …`');
  }
  if (new Set(mistakes.map(({ says }) => says)).size < mistakes.length) {
    throw new Error('two mistakes say the same: each needs words of its own');
  }
}

async function solutionPasses(exercise: Exercise): Promise<void> {
  const [outcomes] = await outcomesOf(exercise, 'solution.ts');
  const verdict = judge(outcomes, casesOf(exercise));
  if (verdict.state !== 'passed')
    throw new Error(`solution.ts does not pass: ${JSON.stringify(verdict, null, 1)}`);
}

async function starterFails(exercise: Exercise): Promise<void> {
  const [outcomes] = await outcomesOf(exercise, 'starter.ts');
  const verdict = judge(outcomes, casesOf(exercise));
  if (verdict.state === 'passed') throw new Error('starter.ts passes: there is nothing left to do');
  if (verdict.state === 'error') {
    const { name, message } = verdict.error;
    throw new Error(`starter.ts throws (${name}: ${message}): it should return something wrong instead`);
  }
}

async function pythonStarterFails(exercise: Exercise): Promise<void> {
  if (exercise.pythonStarter === null) return;
  const [outcomes] = await outcomesOf(exercise, 'starter.py');
  const verdict = judge(outcomes, casesOf(exercise));
  if (verdict.state === 'passed') throw new Error('starter.py passes: there is nothing left to do');
  if (verdict.state === 'error') {
    const { name, message } = verdict.error;
    throw new Error(`starter.py throws (${name}: ${message}): it should return something wrong instead`);
  }
}

/** What a learner is shown of the reference is the solution in Python. */
async function pythonSolutionPasses(exercise: Exercise): Promise<void> {
  if (exercise.pythonStarter === null) return;
  const folder = mkdtempSync(join(tmpdir(), 'handgrad-check-'));
  try {
    const file = join(folder, 'reference.py');
    writeFileSync(file, shownReference(exercise.reference));
    const run = await runFiles([file], casesOf(exercise));
    if (run.status !== 'done') {
      const why = run.status === 'broken' ? `${run.error.name}: ${run.error.message}` : run.status;
      throw new Error(`reference.py, without its cases, did not run to the end (${why})`);
    }
    const verdict = judge(run.outcomes[0], casesOf(exercise));
    if (verdict.state !== 'passed') {
      throw new Error(`reference.py does not pass here: ${JSON.stringify(verdict, null, 1)}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each mistake fails, and is told apart from the others by what it does. */
async function mistakesAreTold(exercise: Exercise): Promise<void> {
  const cases = casesOf(exercise);
  const all = await outcomesOf(exercise, ...exercise.mistakes.map(({ name }) => `mistakes/${name}.ts`));
  all.forEach((outcomes, position) => {
    const { name } = exercise.mistakes[position];
    if (judge(outcomes, cases).state === 'passed')
      throw new Error(`mistakes/${name}.ts passes: add a case that it fails`);
    const twin = all.findIndex((other, earlier) => earlier < position && behaveAlike(outcomes, other, cases));
    if (twin >= 0) {
      throw new Error(
        `mistakes/${name}.ts does just what mistakes/${exercise.mistakes[twin].name}.ts does: no message could be right`,
      );
    }
  });
}

/** The first tensor within a value that has elements. */
function tensorIn(value: Value): TensorData | null {
  if (value.kind === 'list') return value.items.map(tensorIn).find(Boolean) ?? null;
  return (value.kind === 'tensor' || value.kind === 'ndarray') && value.data.length > 0 ? value : null;
}

/** The same value with its first tensor changed. */
function withTensor(value: Value, change: (data: TensorData) => TensorData): Value {
  if (value.kind !== 'list') return tensorIn(value) ? change(value as TensorData) : value;
  const position = value.items.findIndex(tensorIn);
  return {
    kind: 'list',
    items: value.items.map((item, own) => (own === position ? withTensor(item, change) : item)),
  };
}

function perturbed({ data, ...rest }: TensorData): TensorData {
  const changed = data.slice();
  const last = changed.length - 1;
  const value = changed[last];
  if (typeof value === 'bigint') changed[last] = value + 1n;
  else if (rest.dtype === 'bool') changed[last] = 1 - value;
  else if (rest.dtype.startsWith('float')) changed[last] = value + 0.01 * (1 + Math.abs(value));
  else changed[last] = value ^ 1; // a neighbour that the type holds, at its ends too
  return { ...rest, data: changed };
}

/** Wrong answers close to the right one do not pass: one element changed, another type, one answer for all cases. */
function graderIsStrict(exercise: Exercise): void {
  const cases = casesOf(exercise);
  const right = cases.map((one) => one.expected);
  const reject = (outcomes: readonly Outcome[], what: string): void => {
    if (judge(outcomes, cases).state === 'passed')
      throw new Error(`${what} passes: add cases that tell it apart`);
  };
  cases.forEach((one, position) => {
    const { expected } = one;
    if (expected.status !== 'returned' || !tensorIn(expected.value)) return;
    const replaced = (change: (data: TensorData) => TensorData): Outcome[] =>
      right.map((outcome, own) =>
        own === position ? { ...(outcome as Returned), value: withTensor(expected.value, change) } : outcome,
      );
    reject(replaced(perturbed), 'an answer with one changed element');
    reject(
      replaced((data) => ({ ...data, dtype: data.dtype === 'float64' ? 'float32' : 'float64' })),
      'an answer of another dtype',
    );
  });
  reject(
    cases.map(() => right[0]),
    'the first answer for every case',
  );
}

/** Equal sizes would let exchanged axes pass. */
function sizesDiffer(exercise: Exercise): void {
  const matrices = casesOf(exercise)
    .flatMap((one) => one.args.flatMap((arg) => tensorIn(arg) ?? []))
    .filter(({ shape }) => shape.length > 1);
  const isSquare = ({ shape }: TensorData): boolean => new Set(shape).size < shape.length;
  if (matrices.length > 0 && matrices.every(isSquare)) {
    throw new Error(
      'every input has two equal sizes: give one with unequal sizes, so that exchanged axes fail',
    );
  }
}

function casesVary(exercise: Exercise): void {
  const cases = casesOf(exercise);
  if (cases.length < 3) throw new Error('give at least three cases: the shown one and two that are hidden');
  const isAlike = (a: Case, b: Case): boolean =>
    a.function === b.function &&
    a.args.length > 0 &&
    a.args.every((arg, k) => {
      const [mine, other] = [tensorIn(arg), tensorIn(b.args[k])];
      if (!mine || !other) return JSON.stringify(arg) === JSON.stringify(b.args[k]);
      return String(mine.shape) === String(other.shape) && differingPositions(mine, other).length === 0;
    });
  const twin = cases.findIndex((one, position) =>
    cases.some((other, own) => own < position && isAlike(one, other)),
  );
  if (twin >= 0) throw new Error(`case ${twin + 1} repeats an earlier one: vary its inputs`);
}

/** Invariants by what they are called in reports: those that read an exercise. */
const readingInvariants: Readonly<Record<string, Invariant>> = {
  'the frontmatter is complete': frontmatterIsComplete,
  'there is no stray file': hasNoStrayFile,
  'there are mistakes with words of their own': hasMistakes,
  'the cases vary': casesVary,
  'sizes are unequal': sizesDiffer,
  'the grader rejects answers that are nearly right': graderIsStrict,
};

/** Those that run its files: on a GPU where it asks for one. */
export const runningInvariants: Readonly<Record<string, Invariant>> = {
  'the solution passes': solutionPasses,
  'the starter fails without a crash': starterFails,
  'the Python starter fails without a crash': pythonStarterFails,
  'the reference passes in Python': pythonSolutionPasses,
  'each mistake fails and is recognised': mistakesAreTold,
};

/** All of them, cheap ones first. */
export const invariants: Readonly<Record<string, Invariant>> = { ...readingInvariants, ...runningInvariants };
