/**
 * The sandbox's programs, as texts for the page to hand in: `virtual:sandbox/engine` and `virtual:sandbox/program`.
 * Each is one module without dependencies, but that the program imports the engine by the name ENGINE.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ENGINE } from '../runner/protocol.ts';

const ENTRIES: Record<string, URL> = {
  'virtual:sandbox/engine': new URL('../../engine/index.ts', import.meta.url),
  'virtual:sandbox/program': new URL('../runner/worker.ts', import.meta.url),
};

/** A Vite plugin. */
export function sandbox() {
  return {
    name: 'handgrad-sandbox',
    resolveId: (id: string) => (id in ENTRIES ? `\0${id}` : undefined),
    async load(id: string) {
      const entry = ENTRIES[id.slice(1)];
      return entry && id.startsWith('\0')
        ? `export default ${JSON.stringify(await bundle(entry))};`
        : undefined;
    },
  };
}

async function bundle(entry: URL): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minifyWhitespace: true,
    minifySyntax: true,
    keepNames: true,
    alias: { torch: ENGINE },
    external: [ENGINE],
    logLevel: 'warning',
  });
  return result.outputFiles[0].text;
}
