/** The texts of a Python session, from disk: for Node alone. */

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { compile, startBrython } from './brython.ts';
import { mended } from './mended.ts';
import type { Sources } from './session.ts';

const require = createRequire(import.meta.url);

/** The library's modules, in the order in which they are to run, and where their sources are. */
const libraryFiles: Record<string, URL> = {
  'torch.classes': new URL('lib/torch/classes.py', import.meta.url),
  torch: new URL('lib/torch/__init__.py', import.meta.url),
  'torch.hooks': new URL('lib/torch/hooks.py', import.meta.url),
  handgrad: new URL('lib/handgrad.py', import.meta.url),
  numpy: new URL('lib/numpy/__init__.py', import.meta.url),
  'numpy.functions': new URL('lib/numpy/functions.py', import.meta.url),
  'numpy.linalg': new URL('lib/numpy/linalg.py', import.meta.url),
  'numpy.rarer': new URL('lib/numpy/rarer.py', import.meta.url),
  'numpy.random': new URL('lib/numpy/random.py', import.meta.url),
  matplotlib: new URL('lib/matplotlib/__init__.py', import.meta.url),
  'matplotlib.pyplot': new URL('lib/matplotlib/pyplot.py', import.meta.url),
};

const brythonFile: string = require.resolve('brython/brython.js');

/** Python's standard library: what a learner uses of it, and what of torch most programs do without. */
const ownFolders = ['lib/standard/', 'lib/later/'].map((folder) => new URL(folder, import.meta.url));

function readStandard(): Record<string, unknown> {
  const files = ownFolders.flatMap((folder) => readdirSync(folder).map((file) => new URL(file, folder)));
  const names = files.map(({ pathname }) => basename(pathname, '.py'));
  return Object.fromEntries(
    files.map((file, k) => {
      const isPackage = names.some((other) => other.startsWith(`${names[k]}.`));
      return [names[k], ['.py', readFileSync(file, 'utf8'), [], ...(isPackage ? [true] : [])]];
    }),
  );
}

export function readSources(): Sources {
  const library = Object.fromEntries(
    Object.entries(libraryFiles).map(([name, url]) => [
      name,
      { source: readFileSync(fileURLToPath(url), 'utf8') },
    ]),
  );
  return { brython: mended(readFileSync(brythonFile, 'utf8')), library, standard: readStandard() };
}

/** The same with the library compiled, which then starts in a fraction of the time, and all of it as short as can be. */
export function compiledSources(): Sources {
  const sources = readSources();
  const brython = startBrython(sources.brython);
  const library = Object.entries(sources.library).map(([name, { source }]) => {
    const { js } = compile(brython, source, `<${name}>`, name);
    return [name, { source: '', js: shortened(withoutPlaces(js)) }];
  });
  return { ...sources, brython: shortened(sources.brython), library: Object.fromEntries(library) };
}

/** Its lines, and where in them an error came from, are asked of the learner's code alone. */
function withoutPlaces(js: string): string {
  return js
    .replace(/^\s*frame\.positions = \[.*\]\n/gm, '')
    .replace(/^\s*\$B\.set_lineno\(frame, \d+(, '\w+')?\);?\n/gm, '');
}

function shortened(js: string): string {
  return transformSync(js, { minify: true }).code;
}
