/** Exercises in Python in the built site: the switch, the verdicts, the learner's line, Stop. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { readExercise } from '../../graders/exercises.ts';
import { shownReference } from '../../graders/reference.ts';

const FIRST = '04-indexing/02-boolean-mask';

async function open(page: Page, id: string): Promise<Locator> {
  await page.goto(`${id}/`);
  const work = page.locator('hg-exercise');
  await work.getByRole('button', { name: 'Python' }).click();
  return work;
}

async function run(page: Page, work: Locator, code: string): Promise<void> {
  await work.locator('.code-place:visible').click();
  await expect(work.locator('.cm-content:visible')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(code);
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

test('Stop ends a loop as Ctrl+C would', async ({ page }) => {
  const work = await open(page, FIRST);
  await run(page, work, 'def above_mean(x):\n    while True:\n        pass\n');
  await work.getByRole('button', { name: 'Stop' }).click();
  await expect(work.locator('.cell-output')).toContainText('KeyboardInterrupt');
  await expect(work.locator('.verdict')).toContainText('Stopped.');
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
