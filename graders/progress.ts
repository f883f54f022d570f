/** The record of what a learner has done: one format for the page's export and the terminal's file. */

export interface ExerciseProgress {
  readonly status: 'started' | 'solved' | 'skipped';
  /** How many hints were opened. */
  readonly hints: number;
  readonly sawSolution: boolean;
  /** Milliseconds since 1970 of the last change, by which two records are merged. */
  readonly changed: number;
  /** When it was solved: the first time, and at each review after that. Milliseconds since 1970. */
  readonly solved: readonly number[];
}

export interface Progress {
  readonly format: 'handgrad-progress';
  readonly version: 2;
  readonly exercises: Readonly<Record<string, ExerciseProgress>>;
  /** In a file that travels: what the learner has written, by the exercise. */
  readonly code?: Readonly<Record<string, string>>;
}

/** A file beyond this many characters is no record of a learner's. */
const largestFile = 5_000_000;

export function emptyProgress(): Progress {
  return { format: 'handgrad-progress', version: 2, exercises: {} };
}

export function progressOf(progress: Progress, id: string): ExerciseProgress | null {
  return Object.hasOwn(progress.exercises, id) ? progress.exercises[id] : null;
}

export function withProgress(
  progress: Progress,
  id: string,
  change: Partial<ExerciseProgress>,
  now: number,
): Progress {
  const fresh: ExerciseProgress = {
    status: 'started',
    hints: 0,
    sawSolution: false,
    changed: now,
    solved: [],
  };
  const before = progressOf(progress, id) ?? fresh;
  return { ...progress, exercises: { ...progress.exercises, [id]: { ...before, ...change, changed: now } } };
}

/** After a verdict. What is solved stays solved; solving it again counts once it is due for review. */
export function withVerdict(progress: Progress, id: string, isSolved: boolean, now: number): Progress {
  const before = progressOf(progress, id);
  if (!isSolved)
    return before?.status === 'solved' ? progress : withProgress(progress, id, { status: 'started' }, now);
  if (before && before.status === 'solved' && !isDue(before, now)) return progress;
  return withProgress(progress, id, { status: 'solved', solved: [...(before?.solved ?? []), now] }, now);
}

const day = 24 * 60 * 60 * 1000;

/** Days after which a solved exercise is worth another look: the better it is known, the later. */
const intervals = [2, 7, 21, 60, 180];

/** When a solved exercise is due for review. Source of the idea: Ebbinghaus' curve of forgetting. */
export function dueAt({ status, solved }: ExerciseProgress): number | null {
  const last = solved.at(-1);
  if (status !== 'solved' || last === undefined) return null;
  return last + intervals[Math.min(solved.length, intervals.length) - 1] * day;
}

function isDue(entry: ExerciseProgress, now: number): boolean {
  const due = dueAt(entry);
  return due !== null && due <= now;
}

/** Exercises that are due for review, the longest overdue first. */
export function dueNow({ exercises }: Progress, now: number): string[] {
  return Object.keys(exercises)
    .filter((id) => isDue(exercises[id], now))
    .sort((a, b) => dueAt(exercises[a])! - dueAt(exercises[b])!);
}

/** The later word on each exercise; what was once solved stays solved, and no code is overwritten. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const exercises: Record<string, ExerciseProgress> = { ...a.exercises };
  for (const [id, other] of Object.entries(b.exercises)) {
    const mine = progressOf(a, id);
    const later = !mine || other.changed > mine.changed ? other : mine;
    const isSolved = mine?.status === 'solved' || other.status === 'solved';
    exercises[id] = {
      ...later,
      status: isSolved ? 'solved' : later.status,
      hints: Math.max(mine?.hints ?? 0, other.hints),
      sawSolution: (mine?.sawSolution ?? false) || other.sawSolution,
      solved: [...new Set([...(mine?.solved ?? []), ...other.solved])].sort((x, y) => x - y),
    };
  }
  return { ...a, exercises, ...(a.code || b.code ? { code: { ...b.code, ...a.code } } : {}) };
}

/**
 * Reads a record of this version or an earlier one, whole or not at all. Version 0 was a plain map of solved ids,
 * version 1 knew nothing of reviews.
 * @throws Error that names the first thing that is wrong
 */
export function parseProgress(text: string): Progress {
  if (text.length > largestFile) throw new Error('it is too large to be a record of progress');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error('it is not JSON');
  }
  if (!isObject(data)) throw new Error('it is not a JSON object');
  if (data.format === undefined && isObject(data.solved)) return fromVersion0(data.solved);
  if (data.format !== 'handgrad-progress') throw new Error("its format is not 'handgrad-progress'");
  if (data.version !== 1 && data.version !== 2)
    throw new Error(`its version (${JSON.stringify(data.version)}) is none that this program knows`);
  if (!isObject(data.exercises)) throw new Error('it has no exercises');
  const entries = Object.entries(data.exercises).map(([id, entry]) => [
    id,
    readEntry(id, entry, data.version),
  ]);
  const code = data.code === undefined ? {} : { code: readCode(data.code) };
  return { ...emptyProgress(), exercises: Object.fromEntries(entries), ...code };
}

function fromVersion0(solved: Record<string, unknown>): Progress {
  let progress = emptyProgress();
  for (const [id, when] of Object.entries(solved)) {
    if (typeof when !== 'number') throw new Error(`the time of '${id}' is no number`);
    progress = withVerdict(progress, id, true, when);
  }
  return progress;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const statuses: readonly unknown[] = ['started', 'solved', 'skipped'] satisfies ExerciseProgress['status'][];

function readEntry(id: string, data: unknown, version: unknown): ExerciseProgress {
  const { status, hints, sawSolution, changed, solved = null } = isObject(data) ? data : {};
  const times = version === 1 ? (status === 'solved' ? [changed] : []) : solved;
  const isRight =
    statuses.includes(status) &&
    Number.isInteger(hints) &&
    Number(hints) >= 0 &&
    typeof sawSolution === 'boolean' &&
    Number.isFinite(changed) &&
    Array.isArray(times) &&
    times.every(Number.isFinite);
  if (!isRight) throw new Error(`the entry of '${id}' is damaged`);
  return { status, hints, sawSolution, changed, solved: times } as ExerciseProgress;
}

function readCode(data: unknown): Record<string, string> {
  if (!isObject(data) || !Object.values(data).every((code) => typeof code === 'string'))
    throw new Error('the code in it is damaged');
  return data as Record<string, string>;
}
