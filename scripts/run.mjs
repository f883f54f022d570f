/** `node scripts/run.mjs command …`: installs what is missing, and runs a tool or `node` as the project brings it. */

import { ensureInstalled, run } from './setup.mjs';

ensureInstalled();
const [command, ...args] = process.argv.slice(2);
process.exit(run(command, args));
