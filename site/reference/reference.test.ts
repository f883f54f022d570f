/** Every public operator has a page with a doc, a call and an example that ran; each stands in one family. */

import { expect, test } from 'vitest';
import { operators } from '../../engine/core/operator.ts';
import '../../engine/index.ts';
import { reference } from './load.ts';

const families = await reference();
const entries = families.flatMap((family) => family.entries);

test('every family has operators, and no operator stands in two', () => {
  for (const { title, entries } of families) expect(entries.length, title).toBeGreaterThan(0);
  const slugs = entries.map(({ slug }) => slug.toLowerCase());
  expect(slugs.length).toBe(new Set(slugs).size);
});

test('every public operator can be looked up: on a page of its own, or as a form or another name of one', () => {
  const known = new Set(
    entries.flatMap(({ calls, aliases }) => [...calls.map((call) => call.split('(')[0]), ...aliases]),
  );
  const names = new Set([...known].map((name) => name.replace(/^.*\./, '')));
  const missing = [...operators.values()]
    .map(({ record }) => record)
    .filter(({ name, as }) => !name.startsWith('_') && as !== 'internal')
    .filter(({ name, as, aliasOf }) => {
      const own = as === 'linalg' || as === 'special' ? name.slice(as.length + 1) : name;
      return !names.has(own) && !aliasOf;
    });
  expect(missing.map(({ name }) => name)).toEqual([]);
});

test.each(entries)('$title', ({ doc, calls, example, output, gradients, file }) => {
  expect(doc).toMatch(/^\S(.*\S)?$/s);
  expect(calls.length).toBeGreaterThan(0);
  expect(example).toContain('torch.');
  expect(output).not.toBe('');
  expect(output).not.toMatch(/undefined|\[object/);
  expect(file).not.toBe('');
  for (const { code } of gradients) expect(code).not.toBe('');
});
