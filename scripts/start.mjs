/** `npm start`: installs what is missing, builds the course, serves it on localhost and prints the address. */

import { become, ensureInstalled, fail, run } from './setup.mjs';

ensureInstalled();
console.log('Building the course …');
if (run('astro', ['build', '--silent']) !== 0) fail('the course could not be built: astro says why above.');
become('node', ['scripts/serve.ts']);
