/** Every exercise proves itself: its solution passes, its starter fails, each mistake is told apart. */

import { describe, test } from 'vitest';
import { exerciseIds, readExercise } from '../graders/exercises.ts';
import { invariants, runningInvariants } from '../graders/teacher/invariants.ts';

describe.each(exerciseIds())('%s', (id) => {
  const exercise = readExercise(id);
  test.for(Object.entries(invariants))('%s', async ([name, invariant], { skip }) => {
    skip(
      exercise.device === 'webgpu' && name in runningInvariants,
      'it runs on a GPU: site/e2e/kernels.spec.ts proves it in the browser',
    );
    await invariant(exercise);
  });
});
