/** `npm run exercise:check [-- filter]`: proves that exercises keep every invariant, and says how to mend what does not. */

import { exerciseIds } from '../exercises.ts';
import { problemOf } from './prove.ts';

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
  const problem = await problemOf(id);
  if (problem) broken++;
  console.log(problem ? `✗ ${id}\n  ${problem.replaceAll('\n', '\n  ')}` : `✓ ${id}`);
}
console.log(`${ids.length - broken} of ${ids.length} exercises are sound.`);
// Dawn's device would keep the process alive.
process.exit(broken > 0 ? 1 : 0);
