/** Python in the built site: exercises, lessons and the playground; what is loaded, what is drawn, what is stopped. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { readExercise } from '../../graders/exercises.ts';
import { hostilePython } from '../../graders/hostile.ts';
import { shownReference } from '../../graders/reference.ts';
import { shareHash } from '../code/share.ts';
import { type } from './typing.ts';
import { verdictOn } from './verdict.ts';

const FIRST = '04-indexing/02-boolean-mask';

async function open(page: Page, id: string): Promise<Locator> {
  await page.goto(`${id}/`);
  const work = page.locator('hg-exercise');
  await work.getByRole('button', { name: 'Python' }).click();
  return work;
}

async function run(page: Page, work: Locator, code: string): Promise<void> {
  await type(work, code);
  await page.keyboard.press('Control+Enter');
}

for (const id of [
  FIRST,
  '08-dynamic-graphs/05-swish',
  '12-data-loading/02-windows',
  '11-deep-learning/02-lost-layers',
]) {
  test(`${id}: PyTorch's own code passes`, async ({ page }) => {
    const work = await open(page, id);
    await run(page, work, shownReference(readExercise(id).reference));
    await expect(work.locator('.verdict')).toContainText('Right: all');
  });
}

test('what is printed is shown, and an error with its line', async ({ page }) => {
  const work = await open(page, FIRST);
  await run(
    page,
    work,
    'import torch\n\n\ndef above_mean(x):\n    print("mean", x.mean())\n    return x[99]\n',
  );
  await expect(work.locator('.cell-output')).toContainText('mean tensor(4.)');
  await expect(work.locator('.verdict')).toContainText(
    'IndexError: index 99 is out of bounds for dimension 0 with size 2',
  );
  await expect(work.locator('.verdict')).toContainText('line 6');
});

test('a known mistake is recognised in Python too', async ({ page }) => {
  await open(page, FIRST);
  const verdict = await verdictOn(page, 'def above_mean(x):\n    return x[x > 0]\n');
  const { says } = readExercise(FIRST).mistakes.find(({ code }) => code.includes('x.gt(0)'))!;
  expect(verdict).toContain(says.slice(0, 40));
});

test('Stop ends a loop as Ctrl+C would', async ({ page }) => {
  const work = await open(page, FIRST);
  await run(page, work, 'def above_mean(x):\n    while True:\n        pass\n');
  await work.getByRole('button', { name: 'Stop' }).click();
  await expect(work.locator('.verdict')).toContainText('KeyboardInterrupt');
});

test('the choice and the code are remembered, each language its own', async ({ page }) => {
  const work = await open(page, FIRST);
  await run(page, work, 'def above_mean(x):\n    return x + 41\n');
  await expect(work.locator('.verdict')).toContainText('shape');
  await page.reload();
  await expect(work.locator('.code-place:visible')).toContainText('x + 41');
  await work.getByRole('button', { name: 'TypeScript' }).click();
  await expect(work.locator('.code-place:visible')).toContainText('export function above_mean');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test('a lesson in Python: loaded once it is chosen, and what PyTorch prints', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const isPython = (url: string): boolean => /\/python(-texts)?\.[^/]*\.js/.test(url);
  await page.goto('04-indexing/');
  const cell = page.locator('#cell-list');
  const output = cell.locator('.cell-output:visible');
  await cell.getByRole('button', { name: 'Run' }).click();
  await expect(cell.locator('.cell-note')).toContainText(' ms · ');
  expect(loaded.filter(isPython)).toEqual([]);
  await page.getByRole('button', { name: 'Python' }).click();
  await expect(cell.locator('.code-place:visible')).toHaveText('a[[2, 4]]');
  await type(cell, 'b = a[[2, 4]]\nprint(b, bool(b.sum() > 0))\nb.T');
  await page.keyboard.press('Control+Enter');
  await expect(output).toContainText('tensor([0.7936, 0.1332]) True');
  expect(loaded.filter(isPython).length).toBeGreaterThan(0);
  await type(cell, 'def f(x):\n    return x[7]\n\nf(a)');
  await page.keyboard.press('Control+Enter');
  await expect(output).toContainText('Traceback (most recent call last)');
  await expect(output).toContainText('IndexError: index 7 is out of bounds for dimension 0 with size 5');
  await expect(cell.locator('.cm-failed-line')).toHaveText('    return x[7]');
  await type(cell, 'while True:\n    pass');
  await page.keyboard.press('Control+Enter');
  await cell.getByRole('button', { name: 'Stop' }).click();
  await expect(output).toContainText('KeyboardInterrupt');
  await cell.getByRole('button', { name: 'Reset' }).click();
  await cell.getByRole('button', { name: 'Run' }).click();
  await expect(output).toHaveText('tensor([0.7936, 0.1332])');
  // The choice holds everywhere, before anything is drawn: with no script but the one in the head.
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('05-shapes/');
  await expect(page.locator('.code-place:visible').first()).toContainText('import torch');
  await expect(page.getByRole('button', { name: 'Python' })).toHaveCSS('font-weight', '600');
});

test('the playground: pictures by pyplot, and links that say their language', async ({ page }) => {
  const code = `import torch
import matplotlib.pyplot as plt
x = torch.linspace(0, 1, 5) * 2
plt.plot(x, label="twice")
plt.hist(torch.arange(10.0), bins=5)
plt.title("A line")
plt.legend()
`;
  await page.goto(`playground/${await shareHash(code, 'py')}`);
  await page.getByRole('button', { name: 'Open it in the editor' }).click();
  await expect(page.locator('.code-place:visible')).toContainText('import matplotlib');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('hg-plot[data-kind=chart] .plot-words')).toHaveText(
    'A line. twice: a line of 5 points, from 0 to 2; 5 bars, the highest 2.',
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

/** The terminal runs them all. */
const tried = new Set([
  'while True in the module',
  'a flood of lines',
  'a function that calls itself',
  'a way into the page',
  'an exit',
  'builtins that always agree',
  'tensors that equal everything',
  'something else returned',
]);

test('programs in Python that mean no good are stopped, named, and leave nothing behind', async ({
  page,
}) => {
  await page.addInitScript(() => {
    try {
      localStorage.setItem('handgrad:language', 'py');
    } catch {} // the frame that code runs in has none
  });
  const exercise = readExercise('04-indexing/01-pick-elements');
  await page.goto(`${exercise.id}/`);
  const limit = (milliseconds: string) =>
    page.locator('hg-exercise').evaluate((work, ms) => work.setAttribute('data-limit', ms), milliseconds);
  await limit('1500');
  const wrong: string[] = [];
  for (const { name, code, says } of hostilePython.filter((each) => tried.has(each.name))) {
    const verdict = await verdictOn(page, code);
    if (!says.test(verdict) || verdict.includes('Right: all'))
      wrong.push(`${name}: ${verdict.slice(0, 200)}`);
  }
  await limit('10000'); // a busy machine takes its time
  const next = await verdictOn(page, shownReference(exercise.reference));
  if (!next.includes('Right: all')) wrong.push(`afterwards: ${next.slice(0, 200)}`);
  expect(wrong).toEqual([]);
});
