/** Bundles of the benchmark's pages, and the server that hands them out. */

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { withoutDocs } from '../tools/without-docs.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const wasmFolder = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));

export type Bundles = ReadonlyMap<string, Uint8Array>;

/** One self-contained module a page, minified as a site would ship it. */
export async function bundle(entries: readonly string[]): Promise<Bundles> {
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const { outputFiles } = await build({
      entryPoints: [join(here, `${entry}.ts`)],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'esnext',
      write: false,
      logLevel: 'error',
      plugins: [withoutDocs],
      // Packages that also serve Node ask for its modules, which no code in a page reaches.
      external: ['fs', 'path', 'worker_threads', 'perf_hooks', 'os', 'util', 'crypto', 'string_decoder'],
    });
    files.set(`/${entry}.js`, outputFiles[0].contents);
  }
  return files;
}

export function gzippedKilobytes(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: 9 }).length / 1000;
}

/** The WebAssembly module that tfjs-wasm fetches on machines with SIMD. */
export function tfjsWasm(name = 'tfjs-backend-wasm-simd.wasm'): Uint8Array {
  return readFileSync(join(wasmFolder, name));
}

/** Answers `/x.html` with a page that loads the bundle `/x.js`. */
export async function serve(bundles: Bundles): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = (type: string, body: string | Uint8Array): void => {
      response.writeHead(200, { 'content-type': type }).end(body);
    };
    const script = pathname.replace(/\.html$/, '.js');
    if (pathname.startsWith('/tfjs-wasm/')) answer('application/wasm', tfjsWasm(pathname.slice(11)));
    else if (pathname.endsWith('.html')) {
      answer(
        'text/html',
        `<!doctype html><link rel="icon" href="data:,"><script type="module" src="${script}"></script>`,
      );
    } else if (bundles.has(pathname)) answer('text/javascript', bundles.get(pathname) as Uint8Array);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  return { server, origin: `http://localhost:${address.port}` };
}
