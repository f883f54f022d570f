import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { highlight } from './highlight.ts';

/** What a reader of the HTML sees. @throws Error where its elements do not close in their order */
function textOf(html: string): string {
  let open = 0;
  const text = html.replace(/<(\/?)span[^>]*>/g, (_tag, closes) => {
    open += closes ? -1 : 1;
    if (open < 0 || open > 2) throw new Error(`after ${open} elements`);
    return '';
  });
  if (open !== 0) throw new Error(`${open} elements stay open`);
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

test('code reads the same in colours', () => {
  for (const file of globSync('site/{code/*.ts,lessons/*.py}')) {
    const code = readFileSync(file, 'utf8');
    expect(textOf(highlight(code, file.endsWith('.py') ? 'py' : 'ts')), file).toBe(code);
  }
  for (const code of ['', '\n', '  \n\n', 'a < b && "</span>"', 'x'.repeat(60), `${'y '.repeat(30)}\nz`])
    expect(textOf(highlight(code))).toBe(code);
});

test('neighbours of one colour are one element, and a long row knows its indent', () => {
  expect(highlight('const a = 12; // b')).toBe(
    '<span class="tok-keyword">const</span> a = <span class="tok-number">12</span>; <span class="tok-comment">// b</span>',
  );
  const long = `    ${'a'.repeat(30)}`;
  expect(highlight(`x\n${long}\ny`)).toBe(`x\n<span class="row" style="--indent:4">${long}\n</span>y`);
});
