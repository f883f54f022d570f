/** What pyplot hands over to be drawn. How it is drawn, site/plots says. */

import { expect, test } from 'vitest';
import { PythonSession } from './session.ts';
import { readSources } from './sources.ts';

type Marks = Record<string, unknown>[];

const pictures: { marks: Marks; [text: string]: unknown }[] = [];
const session = new PythonSession(readSources(), {
  write: () => {},
  show: (picture) => pictures.push(picture as (typeof pictures)[number]),
});
session.run('import torch\nimport numpy as np\nimport matplotlib.pyplot as plt', 'cell');

/** The pictures that a cell leaves, shown or not. */
function drawn(code: string): typeof pictures {
  pictures.length = 0;
  session.run(code, 'cell');
  session.showFigures();
  return [...pictures];
}

test('tensors, arrays and lists become numbers; a format says what is drawn', () => {
  const [{ marks, ...texts }] = drawn(`
plt.plot([1, 2], torch.tensor([3, 4]), "o--", label="both")
plt.plot(np.array([1.5, 2.5]))
plt.title("T"); plt.xlabel("x"); plt.yscale("log"); plt.legend()`);
  expect(marks).toEqual([
    { kind: 'line', x: [1, 2], y: [3, 4], label: 'both' },
    { kind: 'points', x: [1, 2], y: [3, 4], label: null },
    { kind: 'line', x: [0, 1], y: [1.5, 2.5], label: null },
  ]);
  expect(texts).toEqual({ kind: 'chart', title: 'T', xlabel: 'x', yscale: 'log', legend: true });
});

test('a histogram counts as NumPy does: the last bin holds its upper edge', () => {
  const [{ marks }] = drawn('plt.hist([1, 2, 2, 3, 4], bins=3)');
  expect(marks).toEqual([
    { kind: 'bars', x: [1.5, 2.5, 3.5], y: [1, 2, 2], widths: [1.25, 1.25, 1.25], label: null },
  ]);
});

test('each axes of subplots is a picture, and so is what show has not shown', () => {
  const all = drawn(`
fig, (left, right) = plt.subplots(1, 2)
left.imshow(torch.arange(6).reshape(2, 3))
x, y = torch.meshgrid(torch.arange(3.0), torch.arange(2.0), indexing="xy")
right.contour(x, y, x + y, levels=[0.5])
plt.show()
plt.bar(["a", "b"], [1, 2])`);
  expect(all.map(({ marks }) => marks)).toEqual([
    [{ kind: 'image', columns: 3, rows: 2, values: [0, 1, 2, 3, 4, 5] }],
    [{ kind: 'field', x: [0, 2], y: [0, 1], columns: 3, rows: 2, values: [0, 1, 2, 1, 2, 3], levels: [0.5] }],
    [{ kind: 'bars', x: [0, 1], y: [1, 2], widths: [1, 1], label: null }],
  ]);
});

test('what cannot be drawn is refused in matplotlib’s words', () => {
  const refusal = (code: string): string | null => {
    try {
      session.run(code, 'cell');
      return null;
    } catch (error) {
      return session.describe(error).message;
    }
  };
  expect(refusal('plt.plot([1, 2], [1, 2, 3])')).toBe(
    'x and y must have same first dimension, but have shapes (2,) and (3,)',
  );
});
