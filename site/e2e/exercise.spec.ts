/** Exercises in the built site, on software WebGPU: every solution passes, mistakes are told, loops are stopped. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { exerciseIds, readExercise } from '../../graders/exercises.ts';
import { type } from './typing.ts';
import { verdictOn, withoutTicks } from './verdict.ts';

const FIRST = '04-indexing/01-pick-elements';

async function open(page: Page, id: string): Promise<Locator> {
  await page.goto(`${id}/?device=webgpu`);
  return page.locator('hg-exercise');
}

test.describe('every solution passes on webgpu', () => {
  // One page for all of them: what the first visit fetches, the others have. Nothing is typed (the tests below do that),
  // since an editor would be loaded for each.
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
  });
  test.afterAll(() => page.close());

  for (const id of exerciseIds()) {
    test(id, async () => {
      const work = await open(page, id);
      const { device, solution } = readExercise(id);
      expect(await verdictOn(page, solution)).toContain('Right: all');
      await expect(work.locator('.device')).toContainText(
        device === 'cpu' ? 'Runs on the cpu' : 'Runs on your GPU',
      );
      await expect(work.locator('.exercise-after')).toBeVisible();
    });
  }
});

test('a known mistake is told in its own words, with both results side by side', async ({ page }) => {
  const work = await open(page, FIRST);
  const [mistake] = readExercise(FIRST).mistakes;
  await type(work, mistake.code);
  await work.getByRole('button', { name: 'Run' }).click();
  await expect(work.locator('.verdict-mistake')).toHaveText(withoutTicks(mistake.says));
  await expect(work.locator('.side')).toHaveCount(2);
  await expect(work.locator('.side td.differs').first()).toContainText('≠');
});

test('cases that could not be loaded are asked for again by the next run', async ({ page }) => {
  await page.route(`**/${FIRST}.json`, (route) => route.abort(), { times: 1 });
  await open(page, FIRST);
  const { solution } = readExercise(FIRST);
  expect(await verdictOn(page, solution)).toContain('Run it again');
  expect(await verdictOn(page, solution)).toContain('Right: all');
});

test('an endless loop is stopped by the button, and the next run works', async ({ page }) => {
  const work = await open(page, FIRST);
  await type(work, 'export function pick_three(x) {\n  while (true) {}\n}\n');
  await page.keyboard.press('Control+Enter');
  await work.getByRole('button', { name: 'Stop' }).click();
  await expect(work.locator('.verdict')).toContainText('Stopped.');
  await type(work, readExercise(FIRST).solution);
  await page.keyboard.press('Control+Enter');
  await expect(work.locator('.verdict')).toContainText('Right: all');
});

test('an error is told with the line where it was thrown', async ({ page }) => {
  const work = await open(page, FIRST);
  await type(work, 'export function pick_three(x) {\n  return x.index([0, 99]);\n}\n');
  await page.keyboard.press('Control+Enter');
  await expect(work.locator('.verdict')).toContainText('IndexError');
  await expect(work.locator('.verdict')).toContainText('line 2');
});

test('what is typed lives on, and a pass is remembered', async ({ page }) => {
  const work = await open(page, FIRST);
  await type(work, readExercise(FIRST).solution);
  await page.keyboard.press('Control+Enter');
  await expect(work.locator('.verdict')).toContainText('Right: all');
  await page.reload();
  await expect(work.locator('.code-place:visible')).toContainText('[0, -1, 1]');
  await expect(work.locator('.exercise-after')).toBeVisible();
  await page.goto(`${FIRST.split('/')[0]}/`);
  await expect(page.locator(`a[data-exercise="${FIRST}"][data-state="solved"]`).first()).toBeAttached();
  await page.goto('');
  await page.getByText('Go on: Above average').click();
  await expect(page).toHaveURL(/02-boolean-mask/);
});

test('who watches is graded while they type, and the keys that ran it lead on', async ({ page }) => {
  const work = await open(page, FIRST);
  const { solution, mistakes } = readExercise(FIRST);
  await work.getByRole('button', { name: 'Watch' }).click();
  await expect(work.locator('.verdict-head.failed')).toBeVisible();
  await type(work, mistakes[0].code);
  await expect(work.locator('.verdict-mistake')).toHaveText(withoutTicks(mistakes[0].says));
  await type(work, solution.slice(0, -3));
  await page.waitForTimeout(1000); // half of a program is no mistake: what was said stays
  await expect(work.locator('.verdict-mistake')).toHaveText(withoutTicks(mistakes[0].says));
  await type(work, solution);
  await expect(work.locator('.verdict')).toContainText('Right: all');
  await expect(work.locator('.verdict')).toContainText('Solved in this chapter: 1 of');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/02-boolean-mask/);
  await expect(page.getByRole('button', { name: 'Watch' })).toHaveAttribute('aria-pressed', 'true');
});

test('after the last exercise of a chapter comes the next lesson', async ({ page }) => {
  const work = await open(page, '04-indexing/06-chessboard');
  await work.getByText('Skip this one').click();
  await expect(page).toHaveURL(/05-shapes\/$/);
});

test('hints come in steps, and the solution when it is asked for twice', async ({ page }) => {
  const work = await open(page, FIRST);
  await expect(work.locator('.hint:visible')).toHaveCount(1);
  await work.getByText('Hint 1 of 3').click();
  await expect(work.locator('.hint:visible')).toHaveCount(2);
  await work.locator('.solution summary').click();
  await expect(work.locator('.solution pre:visible')).toHaveCount(0);
  await work.locator('.solution summary').click();
  await expect(work.locator('.solution pre:visible')).toHaveCount(1);
});

test('a whole exercise by keyboard alone', async ({ page }) => {
  const work = await open(page, FIRST);
  const isCode = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.classList.contains('code') ?? false);
  for (let presses = 0; presses < 40 && !(await isCode()); presses++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(work.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(readExercise(FIRST).solution);
  await page.keyboard.press('Control+Enter');
  await expect(work.locator('.verdict')).toContainText('Right: all');
  // Tab types in the editor; after Esc it leaves.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(work.locator('.cm-content')).not.toBeFocused();
  for (let presses = 0; presses < 20; presses++) {
    if (await page.evaluate(() => document.activeElement?.textContent?.includes('Next exercise') ?? false))
      break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/02-boolean-mask/);
});

for (const [name, width, colorScheme] of [
  ['light', 1280, 'light'],
  ['dark', 1280, 'dark'],
  ['phone', 360, 'light'],
] as const) {
  test(`axe finds nothing on an exercise with a verdict (${name})`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const work = await open(page, '04-indexing/03-window');
    await work.getByRole('button', { name: 'Run' }).click();
    await expect(work.locator('.verdict-head')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
}
