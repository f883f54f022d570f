/** Every exercise proves itself: its solution passes, its starter fails, each mistake is told apart. */

import { describe, test } from 'vitest';
import { exerciseIds, readExercise } from '../graders/exercises.ts';
import { invariants } from '../graders/teacher/invariants.ts';

describe.each(exerciseIds())('%s', (id) => {
  test.each(Object.entries(invariants))('%s', async (_name, invariant) => {
    await invariant(readExercise(id));
  });
});
