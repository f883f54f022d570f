/** What needs a GPU: the chapter's cells run, and its exercises prove themselves, for Node has no WebGPU (exercise.spec.ts runs the solutions). */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { exerciseIds, readExercise } from '../../graders/exercises.ts';
import { verdictOn, withoutTicks } from './verdict.ts';

const exercises = exerciseIds()
  .map(readExercise)
  .filter(({ device }) => device === 'webgpu');

/** Runs `code` in the exercise's page. No device is asked for in the address: the exercise does. */
async function grade(page: Page, id: string, code: string): Promise<string> {
  await page.goto(`${id}/`);
  return verdictOn(page, code);
}

for (const { id, starter, mistakes } of exercises) {
  test(`${id}: the starter fails without a crash, and each mistake is told`, async ({ page }) => {
    expect(await grade(page, id, starter)).not.toMatch(/Error|the site's fault/);
    await expect(page.locator('.device')).toContainText('Runs on your GPU');
    await expect(page.locator('.verdict-head')).toHaveClass(/failed/);
    for (const { code, says } of mistakes) {
      await verdictOn(page, code);
      await expect(page.locator('.verdict-mistake')).toHaveText(withoutTicks(says));
    }
  });
}

test("the engine's own operator is no kernel", async ({ page }) => {
  const code =
    "import * as torch from 'torch';\nexport const axpy = (a: number, x: torch.Tensor, y: torch.Tensor) => x.mul(a).add(y);";
  expect(await grade(page, '15-gpu-kernels/01-map', code)).toContain('no kernel of yours wrote them');
});

test('the cells run on a software GPU, and agree with the engine', async ({ page }) => {
  test.slow();
  await page.goto('15-gpu-kernels/');
  const cells = page.locator('hg-cell[data-gpu]');
  await expect(cells.first().locator('.cell-note')).toHaveText('GPU: runs on your machine. Press Run.');
  for (const cell of await cells.all()) {
    await cell.getByRole('button', { name: 'Run' }).click();
    await expect(cell.locator('.cell-note')).toContainText(/ ms · /, { timeout: 60_000 });
    await expect(cell.locator('.cell-output:visible')).not.toBeEmpty();
    await expect(cell.locator('.error')).toHaveCount(0);
    await expect(cell.locator('.cell-output:visible')).not.toContainText('false');
  }
  await expect(page.locator('#cell-wrong .cell-output:visible')).toContainText('RuntimeError: WGSL, line 5');
  await expect(page.locator('#cell-fused .cell-output:visible')).toContainText('4 operators in one kernel');
  await expect(page.locator('#cell-source .cell-output:visible')).toContainText('@compute');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('without WebGPU the page says what is missing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined });
  });
  const [{ id, solution }] = exercises;
  expect(await grade(page, id, solution)).toBe('This needs WebGPU, and this browser has no WebGPU.');
  await page.goto('15-gpu-kernels/');
  const cell = page.locator('#cell-map');
  await cell.getByRole('button', { name: 'Run' }).click();
  await expect(cell.locator('.cell-output:visible')).toContainText('This needs WebGPU');
});
