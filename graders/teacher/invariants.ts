/** What every exercise must keep: one function an invariant, whose error says the fix. For Node alone. */

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differingPositions } from '../compare.ts';
import { casesOf, type Exercise, kinds } from '../exercises.ts';
import { behaveAlike, judge } from '../judge.ts';
import { runFiles } from '../terminal/grade.ts';
import { renderVerdict } from '../terminal/render.ts';
import type { Case, Outcome, TensorData, Value } from '../types.ts';
import { runOnDawn } from './dawn.ts';

type Returned = Extract<Outcome, { status: 'returned' }>;

/** @throws Error whose message says what is wrong and how to mend it. */
type Invariant = (exercise: Exercise) => void | Promise<void>;

/** What an exercise's files do, by their names. Starting a process takes longer than running them: they share one. */
type Runs = ReadonlyMap<string, Outcome[]>;

const inTypeScript = once((exercise) => {
  const mistakes = exercise.mistakes.map(({ name }) => `mistakes/${name}.ts`);
  const paths = ['solution.ts', 'starter.ts', ...mistakes].map((name) => [name, join(exercise.folder, name)]);
  return runTogether(exercise, new Map(paths as [string, string][]));
});

const inPython = once(async (exercise) => {
  const folder = mkdtempSync(join(tmpdir(), 'handgrad-check-'));
  try {
    const solution = join(folder, 'solution.py');
    writeFileSync(solution, exercise.pythonSolution);
    const starter = join(exercise.folder, 'starter.py');
    return await runTogether(
      exercise,
      new Map([
        ['starter.py', starter],
        ['solution.py', solution],
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function once(run: (exercise: Exercise) => Promise<Runs>): (exercise: Exercise) => Promise<Runs> {
  const runs = new WeakMap<Exercise, Promise<Runs>>();
  return (exercise) => {
    const known = runs.get(exercise) ?? run(exercise);
    runs.set(exercise, known);
    return known;
  };
}

/** @throws Error that names the file which does not run to its end */
async function runTogether(exercise: Exercise, files: ReadonlyMap<string, string>): Promise<Runs> {
  const cases = casesOf(exercise);
  const byName = (outcomes: readonly Outcome[][]): Runs =>
    new Map([...files.keys()].map((name, at) => [name, outcomes[at]]));
  if (exercise.device === 'webgpu') return byName(await runOnDawn([...files.values()], cases));
  const run = await runFiles([...files.values()], cases);
  if (run.status === 'done') return byName(run.outcomes);
  for (const [name, path] of files) {
    const alone = await runFiles([path], cases);
    if (alone.status === 'done') continue;
    const why = alone.status === 'broken' ? `${alone.error.name}: ${alone.error.message}` : alone.status;
    throw new Error(`${name} did not run to the end (${why})`);
  }
  throw new Error(
    `${[...files.keys()].join(', ')} run to their ends, but not in one process (${run.status})`,
  );
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
  'solution.py',
  'mistakes',
  'reference.py',
  'expected',
]);

function hasNoStrayFile({ folder }: Exercise): void {
  const stray = readdirSync(folder).find((name) => !expectedFiles.has(name));
  if (stray) throw new Error(`${stray} is no part of an exercise: remove it`);
  const recorded = join(folder, 'expected');
  const arrays = (existsSync(recorded) ? readdirSync(recorded) : []).filter(
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

function passes(runs: Runs, name: string, exercise: Exercise): void {
  const verdict = judge(runs.get(name) as Outcome[], casesOf(exercise));
  if (verdict.state !== 'passed') throw new Error(`${name} does not pass:\n${renderVerdict(verdict)}`);
}

function fails(runs: Runs, name: string, exercise: Exercise): void {
  const verdict = judge(runs.get(name) as Outcome[], casesOf(exercise));
  if (verdict.state === 'passed') throw new Error(`${name} passes: there is nothing left to do`);
  if (verdict.state === 'error') {
    const { name: error, message } = verdict.error;
    throw new Error(`${name} throws (${error}: ${message}): it should return something wrong instead`);
  }
}

async function solutionPasses(exercise: Exercise): Promise<void> {
  passes(await inTypeScript(exercise), 'solution.ts', exercise);
}

async function starterFails(exercise: Exercise): Promise<void> {
  fails(await inTypeScript(exercise), 'starter.ts', exercise);
}

async function pythonStarterFails(exercise: Exercise): Promise<void> {
  if (exercise.pythonStarter !== null) fails(await inPython(exercise), 'starter.py', exercise);
}

async function pythonSolutionPasses(exercise: Exercise): Promise<void> {
  if (exercise.pythonStarter !== null) passes(await inPython(exercise), 'solution.py', exercise);
}

/** Each mistake fails, and is told apart from the others by what it does. */
async function mistakesAreTold(exercise: Exercise): Promise<void> {
  const cases = casesOf(exercise);
  const runs = await inTypeScript(exercise);
  const all = exercise.mistakes.map(({ name }) => runs.get(`mistakes/${name}.ts`) as Outcome[]);
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
  'the Python solution passes': pythonSolutionPasses,
  'each mistake fails and is recognised': mistakesAreTold,
};

/** All of them, cheap ones first. */
export const invariants: Readonly<Record<string, Invariant>> = { ...readingInvariants, ...runningInvariants };
