/**
 * The sandbox's programs, as texts for the page to hand in: `virtual:sandbox/engine`, `virtual:sandbox/program` and
 * `virtual:sandbox/python`. Each is one module without dependencies, but that programs import the engine by the name
 * ENGINE. `virtual:sandbox/python-texts` is what a Python session is made of, as JSON.
 */
import { fileURLToPath } from 'node:url';
import { bundle } from '../../graders/bundle.ts';
import { compiledSources } from '../../graders/python/sources.ts';
import { ENGINE } from '../runner/protocol.ts';

const ENTRIES: Record<string, URL> = {
  'virtual:sandbox/engine': new URL('../../engine/index.ts', import.meta.url),
  'virtual:sandbox/program': new URL('../runner/worker.ts', import.meta.url),
  'virtual:sandbox/python': new URL('../../graders/python/program.ts', import.meta.url),
};

const TEXTS = 'virtual:sandbox/python-texts';

/** A Vite plugin. */
export function sandbox() {
  return {
    name: 'handgrad-sandbox',
    resolveId: (id: string) => (id in ENTRIES || id === TEXTS ? `\0${id}` : undefined),
    async load(id: string) {
      if (id === `\0${TEXTS}`) return asModule(JSON.stringify(compiledSources()));
      const entry = ENTRIES[id.slice(1)];
      return entry && id.startsWith('\0') ? asModule(await bundle(fileURLToPath(entry), ENGINE)) : undefined;
    },
  };
}

function asModule(text: string): string {
  return `export default ${JSON.stringify(text)};`;
}
