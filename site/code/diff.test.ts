import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines } from './diff.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 });

test('either version can be read off the difference', () => {
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const diff = diffLines(a.join('\n'), b.join('\n'));
      const without = (kind: string) =>
        diff
          .filter((line) => line.kind !== kind)
          .map(({ text }) => text)
          .join('\n');
      expect(without('added')).toBe(a.join('\n'));
      expect(without('removed')).toBe(b.join('\n'));
    }),
  );
});

test('a changed line is removed, then added', () => {
  expect(diffLines('a\nx\nc', 'a\ny\nc').map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'same a',
    'removed x',
    'added y',
    'same c',
  ]);
});
