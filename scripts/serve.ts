/** Serves the built course on localhost, at PORT or the first free port after it, and prints the address. */
import { base, portOf, serveFrom } from '../site/host.ts';

const server = await serveFrom(Number(process.env.PORT ?? 4321));
console.log(`\nThe course is at http://localhost:${portOf(server)}${base} (Ctrl+C stops it)\n`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
