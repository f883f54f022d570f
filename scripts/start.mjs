/** `npm start`: installs what is missing, builds the course, serves it on localhost and prints the address. */

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { ensureInstalled, environment, fail, root, run } from './setup.mjs';

/** The first free port from `first` on. */
async function freePort(first) {
  for (let port = first; port < first + 50; port++) {
    const isFree = await new Promise((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen(port, 'localhost', () => server.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
  return fail(`no free port between ${first} and ${first + 49}: name one in PORT`);
}

ensureInstalled();
console.log('Building the course …');
if (run('npx', ['astro', 'build', '--silent']) !== 0)
  fail('the course could not be built: astro says why above');
const port = await freePort(Number(process.env.PORT ?? 4321));
const server = spawn('npx', ['astro', 'preview', '--port', String(port)], {
  cwd: root,
  env: environment,
  stdio: 'inherit',
});
console.log(`\nThe course is at http://localhost:${port}/ (Ctrl+C stops it)\n`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
