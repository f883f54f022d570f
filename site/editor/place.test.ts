import { expect, test } from 'vitest';
import { place } from './place.ts';

test('a cell stands below the others, in a block of its own, with its places told', () => {
  const own = 'const a = torch.ones(2);\na.sum();';
  const { code, start } = place(own, ["import * as torch from 'torch';\nconst a = 1;", 'a;']);
  expect(code.slice(start, start + own.length)).toBe(own);
  expect(code.startsWith("import * as torch from 'torch';\n")).toBe(true);
  expect(code.match(/[{}]/g)?.join('')).toBe('{{}}');
});

test('imports go to the top, once, and leave their room', () => {
  const text = "import * as torch from 'torch';";
  const { code, start } = place(`${text}\ntorch;`, [text]);
  expect(code.split(text)).toHaveLength(2);
  expect(code.slice(start, start + text.length)).toBe(' '.repeat(text.length));
});

test('a module of its own stays as it is', () => {
  expect(place('x', [])).toEqual({ code: 'x', start: 0 });
});
