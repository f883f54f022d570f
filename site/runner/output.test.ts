import { expect, test } from 'vitest';
import { Output } from './output.ts';
import type { Line } from './protocol.ts';

function outputTo(lines: Line[]): Output {
  return new Output((batch) => lines.push(...batch));
}
const texts = (lines: readonly Line[]): string[] => lines.map(({ text }) => text);

test('lines keep their order where some wait for the GPU', async () => {
  const lines: Line[] = [];
  const output = outputTo(lines);
  output.add('print', 'first');
  output.add('print', Promise.resolve('second'));
  output.cell = 1;
  output.add('value', 'third');
  await output.flush();
  expect(texts(lines)).toEqual(['first', 'second', 'third']);
  expect(lines.map(({ cell }) => cell)).toEqual([0, 0, 1]);
});

test('a value that cannot be read back fails the run once, and loses no other line', async () => {
  const lines: Line[] = [];
  const output = outputTo(lines);
  output.add('print', 'before');
  output.add('print', Promise.reject(new RangeError('out of range')));
  output.add('print', 'after');
  await expect(output.flush()).rejects.toThrow('out of range');
  await output.flush();
  expect(texts(lines)).toEqual(['before', '(cannot be read)', 'after']);
});

test('a flood ends: of lines, and of characters', async () => {
  const lines: Line[] = [];
  const output = outputTo(lines);
  output.add('print', 'x'.repeat(300_000));
  for (let k = 0; k < 5_000; k++) output.add('print', 'again');
  await output.flush();
  expect(lines).toHaveLength(2_001);
  expect(texts(lines)[0]).toMatch(/^x{200000}… \(too long: the rest is left out\)$/);
  expect(lines.at(-1)?.kind).toBe('warn');
});

test('nothing is kept while it is silent', async () => {
  const lines: Line[] = [];
  const output = outputTo(lines);
  output.silent = true;
  output.add('print', 'unheard');
  output.silent = false;
  output.add('print', 'heard');
  await output.flush();
  expect(texts(lines)).toEqual(['heard']);
});
