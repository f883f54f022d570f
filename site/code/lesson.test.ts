import { describe, expect, it } from 'vitest';
import { readLesson } from './lesson.ts';

const cell = (id: string, code: string) => `<Cell id="${id}">\n\`\`\`ts\n${code}\n\`\`\`\n</Cell>`;

describe('readLesson', () => {
  it('reads cells in order, each with the pictures below it', () => {
    const mdx = `text\n${cell('a', 'let x = 1;\n\nx')}\n<TensorGrid of="x" caption="no" />\n<TensorGrid of="x.t()" />\n${cell('b', '2')}`;
    expect(readLesson(mdx)).toEqual([
      { id: 'a', code: 'let x = 1;\n\nx', looks: ['x', 'x.t()'], here: false, gpu: false },
      { id: 'b', code: '2', looks: [], here: false, gpu: false },
    ]);
  });

  it('knows the cells that have no counterpart in PyTorch', () => {
    const mdx = `${cell('here', '1')}<Cell id="b" here>\n\`\`\`ts\n2\n\`\`\`\n</Cell>`;
    expect(readLesson(mdx).map(({ here }) => here)).toEqual([false, true]);
  });

  it('refuses two cells of one id, a cell without one, and a picture of nothing', () => {
    expect(() => readLesson(cell('a', '1') + cell('a', '2'))).toThrow("two cells have the id 'a'");
    expect(() => readLesson('<Cell>\n```ts\n1\n```\n</Cell>')).toThrow('lacks id=');
    expect(() => readLesson('<TensorGrid of="x" />')).toThrow('nothing to show');
  });
});
