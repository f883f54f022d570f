/** Imports run one way: site → graders → engine; exercises know only `torch`. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'node_modules' || name === 'dist') return [];
    if (statSync(path).isDirectory()) return sources(path);
    return /\.(ts|mjs|astro|mdx)$/.test(name) ? [path] : [];
  });
}

/** What a file imports: packages by name, files by their path in the project. */
function imports(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const statements = [
    ...text.matchAll(/^(?:import|export)\s(?:[^;'"]*?\sfrom\s+)?['"]([^'"\n]+)['"];?$/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]/g),
  ];
  return statements.map(([, name]) =>
    name.startsWith('.') ? relative(root, join(dirname(path), name)) : name,
  );
}

const isTest = (path: string): boolean => /\.test\.ts$/.test(path);

/** Modules of a folder that import something outside of what is allowed. */
function strays(folder: string, isAllowed: (name: string) => boolean): string[] {
  return sources(join(root, folder))
    .filter((path) => !isTest(path))
    .flatMap((path) =>
      imports(path)
        .filter((name) => !isAllowed(name))
        .map((name) => `${relative(root, path)} imports ${name}`),
    );
}

test('the engine imports nothing but itself', () => {
  const isTool = (name: string): boolean => name.startsWith('node:');
  // The benchmark brings the rivals, and what bundles and drives them; tools bring Dawn and the assembler.
  const outside = strays('engine', (name) => name.startsWith('engine/') || isTool(name)).filter(
    (text) => !/^engine\/(bench|tools)\//.test(text),
  );
  expect(outside).toEqual([]);
  const modules = strays('engine', (name) => !name.startsWith('node:')).filter(
    (text) => !/^engine\/(tools|corpus|bench)\//.test(text),
  );
  expect(modules).toEqual([]);
});

test('the graders import the engine and packages, not the site', () => {
  expect(strays('graders', (name) => !name.startsWith('site/') && !name.startsWith('exercises/'))).toEqual(
    [],
  );
});

test('exercises import only torch', () => {
  expect(strays('exercises', (name) => name === 'torch')).toEqual([]);
});
