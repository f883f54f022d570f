/** Serves the built course on localhost, at PORT or the first free port after it, and prints the address. */

import { fileURLToPath } from 'node:url';
import { preview } from 'astro';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.env.PORT ?? 4321);
const server = await preview({ root, server: { port, host: 'localhost' }, logLevel: 'error' });
console.log(`\nThe course is at ${server.urls.local[0]} (Ctrl+C stops it)\n`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
await server.closed();
