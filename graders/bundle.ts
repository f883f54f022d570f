/** A program and all that it imports as one module of JavaScript, joined to the engine by a name. For Node alone. */

import { build } from 'esbuild';
import { withoutDocs } from '../engine/tools/without-docs.ts';

/** @param engine What the module imports `torch` by. */
export async function bundle(entry: string, engine: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minifyWhitespace: true,
    minifySyntax: true,
    keepNames: true,
    alias: { torch: engine },
    external: [engine, 'node:*'],
    plugins: [withoutDocs],
    logLevel: 'warning',
  });
  return result.outputFiles[0].text;
}
