/** The lock file serves every registry and every platform, and no package is there for nothing. */

import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

type Entry = { resolved?: string; link?: boolean; optionalDependencies?: Record<string, string> };

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');
const lock = JSON.parse(read('package-lock.json'));
const packages: [string, Entry][] = Object.entries(lock.packages);

test('no package of the lock file is bound to one registry', () => {
  expect(packages.filter(([, { resolved, link }]) => resolved && !link).map(([path]) => path)).toEqual([]);
});

test('the binaries for other platforms are in the lock file too, or `npm ci` refuses it', () => {
  const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`${path}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages),
    ),
  );
  expect(missing).toEqual([]);
});

/** Nothing imports these: `biome`, `astro check` and Node 24 are run, and TypeScript finds types by itself. */
const UNIMPORTED = /^(@biomejs\/biome|@astrojs\/check|node|@types\/.+|@webgpu\/types)$/;

test('every package that package.json asks for is imported somewhere', () => {
  const { devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
  const files = globSync('{*.{ts,mjs},{engine,graders,scripts,site}/**/*.{ts,mjs,astro,css}}', { cwd: root });
  const text = files
    .filter((file) => !file.includes('node_modules'))
    .map(read)
    .join('\n');
  const unused = Object.keys({ ...devDependencies, ...optionalDependencies }).filter(
    (name) => !UNIMPORTED.test(name) && !new RegExp(`['"]${name}['"/]`).test(text),
  );
  expect(unused).toEqual([]);
});
