/** The cheat sheet is no place for a call that does not work: everything in its right column is run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as torch from 'torch';
import { expect, it } from 'vitest';
import { lessonsFolder } from '../../graders/paths.ts';

const page = readFileSync(join(lessonsFolder, '../content/docs/cheat-sheet.mdx'), 'utf8');
const snippets = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => [...line.split(' | ')[1].matchAll(/`([^`]+)`/g)].map(([, code]) => code));

/** What the snippets speak of, fresh for each: some write in place. */
function names() {
  const w = torch.rand(3, { requires_grad: true });
  const keep = w.pow(2).sum();
  keep.backward(null, { retain_graph: true });
  return {
    torch,
    a: torch.rand(3, 4),
    b: torch.rand(3, 4),
    x: torch.rand(4),
    y: torch.rand(4),
    w,
    loss: keep,
    mask: torch.rand(3, 4).gt(0.5),
    rows: torch.tensor([0, 2]),
    array: new torch.NdArray(Float32Array.of(1, 2), [2]),
    device: 'cpu',
    model: new torch.nn.Linear(4, 2),
    scores: torch.rand(3, 4),
    labels: torch.tensor([0, 1, 3]),
    console: { log: () => {} },
  };
}

it('has a snippet in every row', () => expect(snippets.length).toBeGreaterThan(90));

it.each(snippets)('%s', async (code) => {
  const given = names();
  const program = `return (async () => (${code.replace(/;$/, '')}))();`;
  await new Function(...Object.keys(given), program)(...Object.values(given));
});
