/** `node scripts/run.mjs command …`: installs what is missing, and runs a tool or `node` as the project brings it. */

import { become, ensureInstalled } from './setup.mjs';

ensureInstalled();
const [command, ...args] = process.argv.slice(2);
become(command, args);
