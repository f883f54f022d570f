/** The record of what a learner has done: one format for the page's export and the terminal's file. */

export interface ExerciseProgress {
  readonly status: 'started' | 'solved' | 'skipped';
  /** How many hints were opened. */
  readonly hints: number;
  readonly sawSolution: boolean;
  /** Milliseconds since 1970 of the last change, by which two records are merged. */
  readonly changed: number;
}

export interface Progress {
  readonly format: 'handgrad-progress';
  readonly version: 1;
  readonly exercises: Readonly<Record<string, ExerciseProgress>>;
}

export function emptyProgress(): Progress {
  return { format: 'handgrad-progress', version: 1, exercises: {} };
}

export function progressOf(progress: Progress, id: string): ExerciseProgress | null {
  return progress.exercises[id] ?? null;
}

export function withProgress(
  progress: Progress,
  id: string,
  change: Partial<ExerciseProgress>,
  now: number,
): Progress {
  const before = progress.exercises[id] ?? { status: 'started', hints: 0, sawSolution: false, changed: now };
  return { ...progress, exercises: { ...progress.exercises, [id]: { ...before, ...change, changed: now } } };
}

/** The later word on each exercise; what was once solved stays solved. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const exercises: Record<string, ExerciseProgress> = { ...a.exercises };
  for (const [id, other] of Object.entries(b.exercises)) {
    const mine = exercises[id];
    const later = !mine || other.changed > mine.changed ? other : mine;
    const isSolved = mine?.status === 'solved' || other.status === 'solved';
    exercises[id] = {
      ...later,
      status: isSolved ? 'solved' : later.status,
      hints: Math.max(mine?.hints ?? 0, other.hints),
      sawSolution: (mine?.sawSolution ?? false) || other.sawSolution,
    };
  }
  return { ...a, exercises };
}

/**
 * Reads a record of this version or an earlier one, whole or not at all. Version 0 was a plain map of solved ids.
 * @throws Error that names the first thing that is wrong
 */
export function parseProgress(text: string): Progress {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error('it is not JSON');
  }
  if (!isObject(data)) throw new Error('it is not a JSON object');
  if (data.format === undefined && isObject(data.solved)) return fromVersion0(data.solved);
  if (data.format !== 'handgrad-progress') throw new Error("its format is not 'handgrad-progress'");
  if (data.version !== 1) throw new Error(`its version ${String(data.version)} is newer than this program`);
  if (!isObject(data.exercises)) throw new Error('it has no exercises');
  for (const [id, entry] of Object.entries(data.exercises)) checkEntry(id, entry);
  return data as unknown as Progress;
}

function fromVersion0(solved: Record<string, unknown>): Progress {
  let progress = emptyProgress();
  for (const [id, when] of Object.entries(solved)) {
    if (typeof when !== 'number') throw new Error(`the time of '${id}' is no number`);
    progress = withProgress(progress, id, { status: 'solved' }, when);
  }
  return progress;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkEntry(id: string, entry: unknown): void {
  const isRight =
    isObject(entry) &&
    ['started', 'solved', 'skipped'].includes(entry.status as string) &&
    Number.isInteger(entry.hints) &&
    typeof entry.sawSolution === 'boolean' &&
    Number.isFinite(entry.changed);
  if (!isRight) throw new Error(`the entry of '${id}' is damaged`);
}
