/** Which exercises are done, in the learner's own browser. Links carry the marks: see overrides/Sidebar.astro. */
import {
  type ExerciseProgress,
  emptyProgress,
  type Progress,
  parseProgress,
  progressOf,
  withProgress,
  withVerdict,
} from '../../graders/progress.ts';

const KEY = 'handgrad:progress';

/** Where a record is kept that cannot be read here, as that of a later version, when another takes its place. */
const UNREAD = 'handgrad:progress-unread';

function canBeRead(text: string): boolean {
  try {
    return Boolean(parseProgress(text));
  } catch {
    return false;
  }
}

/** An empty record where there is none, or none that can be read. */
export function readProgress(): Progress {
  try {
    return parseProgress(localStorage.getItem(KEY) ?? '');
  } catch {
    return emptyProgress();
  }
}

/** @throws Error where the browser keeps nothing, or no more. */
export function writeProgress(progress: Progress): void {
  const before = localStorage.getItem(KEY);
  if (before !== null && !canBeRead(before)) localStorage.setItem(UNREAD, before);
  localStorage.setItem(KEY, JSON.stringify(progress));
  for (const link of document.querySelectorAll<HTMLElement>('a[data-exercise]')) {
    const own = progressOf(progress, link.dataset.exercise!);
    if (own) link.dataset.state = own.status;
    else delete link.dataset.state;
  }
}

export function ownProgress(exercise: string): ExerciseProgress | null {
  return progressOf(readProgress(), exercise);
}

export function keepVerdict(exercise: string, isSolved: boolean): void {
  tryToWrite(withVerdict(readProgress(), exercise, isSolved, Date.now()));
}

/** What has been solved is not unmade by skipping it. */
export function keepSkipped(exercise: string): void {
  if (ownProgress(exercise)?.status === 'solved') return;
  tryToWrite(withProgress(readProgress(), exercise, { status: 'skipped' }, Date.now()));
}

export function keepHelp(
  exercise: string,
  help: Partial<Pick<ExerciseProgress, 'hints' | 'sawSolution'>>,
): void {
  tryToWrite(withProgress(readProgress(), exercise, help, Date.now()));
}

/** Storage may be full or refused: the course goes on without marks. */
function tryToWrite(progress: Progress): void {
  try {
    writeProgress(progress);
  } catch {}
}

/** Days in the learner's own time on which they solved something, as numbers that go up by one a day. */
export function activeDays(progress: Progress): Set<number> {
  const times = Object.values(progress.exercises).flatMap(({ solved }) => solved);
  return new Set(times.map(dayOf));
}

export function dayOf(time: number): number {
  const date = new Date(time);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

/** Days in a row, up to today or yesterday: today is not over yet. */
export function daysInRow(days: ReadonlySet<number>, today: number): number {
  let end = days.has(today) ? today : today - 1;
  let count = 0;
  while (days.has(end--)) count++;
  return count;
}
