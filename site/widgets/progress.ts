/** Which exercises are done, in the learner's own browser. Links carry the marks: see overrides/Marks.astro. */
import { readStatus, writeStatus } from './status.ts';

export type ExerciseStatus = 'passed' | 'tried' | 'skipped';

interface Mark {
  state: ExerciseStatus;
  /** When it came to be so. */
  at: string;
}

export function statusOf(exercise: string): ExerciseStatus | undefined {
  return readStatus<Mark>(`exercise:${exercise}`)?.state;
}

/** What has been passed stays passed. */
export function markExercise(exercise: string, state: ExerciseStatus): void {
  if (statusOf(exercise) === 'passed') return;
  const mark: Mark = { state, at: new Date().toISOString() };
  writeStatus(`exercise:${exercise}`, mark);
  for (const link of document.querySelectorAll<HTMLElement>(`a[data-exercise="${exercise}"]`))
    link.dataset.state = state;
}
