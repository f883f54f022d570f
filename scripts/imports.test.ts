/** Imports run one way: site → graders → engine; exercises know only `torch`. Nothing is exported to nobody. */

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

/** Modules that are not imported by name: users', a thread's, a worker's, what Astro calls, and what Starlight does. */
const entries =
  /^(engine\/index\.ts|engine\/distributed\/training\.ts|site\/runner\/worker\.ts|site\/content\.config\.ts|site\/shell\/.*|site\/pages\/.*)$/;

/** The names of `{ a, type b as c }`: those within the module, or those that others know them by. */
function namesIn(list: string, side: 'inner' | 'outer'): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim().replace(/^type\s+/, ''))
    .filter(Boolean)
    .map((entry) => entry.split(/\s+as\s+/).at(side === 'inner' ? 0 : -1)!);
}

/** The values that a module exports as its own. Types name what its functions take and give: those stay. */
function exportedValues(text: string): string[] {
  const declarations = text.matchAll(/^export (?:abstract |async )?(?:const|let|function\*?|class) (\w+)/gm);
  const lists = text.matchAll(/^export \{([^}]*)\};$/gm);
  return [
    ...[...declarations].map(([, name]) => name),
    ...[...lists].flatMap(([, list]) => namesIn(list, 'outer')),
  ];
}

/** What a module takes of others, each as `path name`, or `path *` where it takes whatever there is. */
function taken(path: string, text: string): string[] {
  const place = (name: string): string => relative(root, join(dirname(path), name));
  const wholes = [
    ...text.matchAll(/^(?:import|export)\s(?:type\s)?\*[^;'"]*?\sfrom\s+['"](\.[^'"\n]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"](\.[^'"\n]+)['"]/g),
  ];
  const parts = text.matchAll(/^\s*(?:import|export)\s[^;'"{]*\{([^}]*)\}\s*from\s+['"](\.[^'"\n]+)['"]/gm);
  return [
    ...wholes.map(([, name]) => `${place(name)} *`),
    ...[...parts].flatMap(([, list, name]) =>
      namesIn(list, 'inner').map((inner) => `${place(name)} ${inner}`),
    ),
  ];
}

test('what a module exports, another one imports', () => {
  const modules = ['engine', 'graders', 'exercises', 'scripts', 'site'].flatMap((folder) =>
    sources(join(root, folder)),
  );
  const texts = new Map(
    [...modules, join(root, 'astro.config.mjs')].map((path) => [path, readFileSync(path, 'utf8')]),
  );
  const used = new Set([...texts].flatMap(([path, text]) => taken(path, text)));
  const dead = [...texts].flatMap(([path, text]) => {
    const name = relative(root, path);
    if (entries.test(name) || /^exercises|generated\.ts$/.test(name) || used.has(`${name} *`)) return [];
    // What stands in a text is code of somebody else's: a template, a test's program.
    return exportedValues(text.replace(/`[^`]*`/g, ''))
      .filter((value) => !used.has(`${name} ${value}`))
      .map((value) => `${name} exports ${value}`);
  });
  expect(dead).toEqual([]);
});
