/**
 * The sandbox's programs, as texts for the page to hand in: `virtual:sandbox/engine` and `virtual:sandbox/program`.
 * Each is one module without dependencies, but that the program imports the engine by the name ENGINE.
 */
import { fileURLToPath } from 'node:url';
import { bundle } from '../../graders/bundle.ts';
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
        ? `export default ${JSON.stringify(await bundle(fileURLToPath(entry), ENGINE))};`
        : undefined;
    },
  };
}
