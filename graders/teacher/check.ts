/** `npm run exercise:check [-- filter]`: proves that exercises keep every invariant, and says how to mend what does not. */

import { exerciseIds, readExercise } from '../exercises.ts';
import { invariants } from './invariants.ts';

const filters = process.argv.slice(2);
const ids = exerciseIds().filter(
  (id) => filters.length === 0 || filters.some((filter) => id.includes(filter)),
);
if (ids.length === 0) {
  console.error(`no exercise is called '${filters.join(' ')}'`);
  process.exitCode = 2;
}
let broken = 0;
for (const id of ids) {
  try {
    const exercise = readExercise(id);
    for (const [name, invariant] of Object.entries(invariants)) {
      try {
        await invariant(exercise);
      } catch (error) {
        throw new Error(`not so: ${name}. ${(error as Error).message}`);
      }
    }
    console.log(`✓ ${id}`);
  } catch (error) {
    broken++;
    console.error(`✗ ${id}\n  ${(error as Error).message}`);
  }
}
console.log(`${ids.length - broken} of ${ids.length} exercises are sound.`);
// Dawn's device would keep the process alive.
process.exit(broken > 0 ? 1 : 0);
