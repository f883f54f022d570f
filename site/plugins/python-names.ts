/** Names by where Python finds them, operators with their signatures, for the editor: `virtual:python/names`. */
import { readFileSync } from 'node:fs';
import { operators } from '../../engine/core/operator.ts';
import * as torch from '../../engine/index.ts';

const ID = 'virtual:python/names';

type Entry = [name: string, signature: string, doc: string];
/** What the engine exports for TypeScript alone. */
const notPython = /Error$|^(_|DType|NdArray|Slice|dtypes|operators|scope|promote_types)/;

type Place = 'torch' | 'Tensor' | 'functional' | 'linalg' | 'nn' | 'optim' | 'distributed';

/** A Vite plugin. */
export function pythonNames() {
  return {
    name: 'handgrad-python-names',
    resolveId: (id: string) => (id === ID ? `\0${ID}` : undefined),
    load: (id: string) =>
      id === `\0${ID}` ? `export default ${JSON.stringify(namesByPlace())};` : undefined,
  };
}

function namesByPlace(): Record<Place, Entry[]> {
  const places: Record<Place, Entry[]> = {
    torch: Object.keys(torch)
      .filter((name) => !operators.has(name) && !notPython.test(name))
      .map((name) => [name, '', '']),
    Tensor: [],
    functional: [],
    linalg: [],
    nn: Object.keys(torch.nn).map((name) => [name, '', '']),
    optim: Object.keys(torch.optim).map((name) => [name, '', '']),
    distributed: pythonFunctions(
      new URL('../../graders/python/lib/later/torch.distributed.py', import.meta.url),
    ),
  };
  for (const { record, parameters } of operators.values()) {
    const { name, as = 'both', doc } = record;
    if (name.startsWith('_') || name === 'index') continue;
    const signature = (own: boolean): string =>
      `(${parameters.flatMap(({ name: parameter }) => (own && parameter === 'self' ? [] : [parameter === 'self' ? 'input' : parameter])).join(', ')})`;
    if (as === 'both' || as === 'function') places.torch.push([name, signature(false), doc]);
    if (as === 'both' || as === 'method') places.Tensor.push([name, signature(true), doc]);
    if (as === 'functional') places.functional.push([name, signature(false), doc]);
    if (as === 'linalg') places.linalg.push([name.replace(/^linalg_/, ''), signature(false), doc]);
  }
  return places;
}

/** The functions and classes that a module of Python defines. */
function pythonFunctions(file: URL): Entry[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/^(?:def|class) ([a-zA-Z]\w*)(\(.*\))?:/gm)].map(([, name, signature = '']) => [
    name,
    signature,
    '',
  ]);
}
