/** The operators' names by where Python finds them, with their signatures, for the editor: `virtual:python/names`. */
import { operators } from '../../engine/core/operator.ts';
import '../../engine/ops/index.ts';

const ID = 'virtual:python/names';

type Entry = [name: string, signature: string, doc: string];

/** A Vite plugin. */
export function pythonNames() {
  return {
    name: 'handgrad-python-names',
    resolveId: (id: string) => (id === ID ? `\0${ID}` : undefined),
    load: (id: string) =>
      id === `\0${ID}` ? `export default ${JSON.stringify(namesByPlace())};` : undefined,
  };
}

function namesByPlace(): Record<'torch' | 'Tensor' | 'functional' | 'linalg', Entry[]> {
  const places = {
    torch: [] as Entry[],
    Tensor: [] as Entry[],
    functional: [] as Entry[],
    linalg: [] as Entry[],
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
