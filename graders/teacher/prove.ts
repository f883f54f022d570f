/** Whether an exercise keeps every invariant. For Node alone. */

import { readExerciseIn } from '../exercises.ts';
import { exercisesFolder } from '../paths.ts';
import { invariants } from './invariants.ts';

/** What is wrong with it first, and how to mend it; null where it is sound. */
export async function problemOf(id: string, home: string = exercisesFolder): Promise<string | null> {
  let name = '';
  try {
    const exercise = readExerciseIn(home, id);
    for (const [called, invariant] of Object.entries(invariants)) {
      name = `not so: ${called}. `;
      await invariant(exercise);
    }
    return null;
  } catch (error) {
    return name + (error as Error).message;
  }
}
