/** Pages for other eyes: on paper, in the system's own colours, and for who wants nothing to move. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type } from './typing.ts';

test('a printed lesson is a handout: all that can be read, nothing that could be pressed', async ({
  page,
}) => {
  await page.goto('05-shapes/');
  await page.emulateMedia({ media: 'print' });
  for (const pressed of [
    'site-search',
    '.languages',
    '.sidebar-pane',
    '.right-sidebar-container',
    '.pagination-links',
  ]) {
    await expect(page.locator(pressed).first(), pressed).toBeHidden();
  }
  await expect(page.locator('.run:visible')).toHaveCount(0);
  const cells = page.locator('hg-cell');
  const [first, last] = [cells.first(), cells.last()];
  for (const cell of [first, last]) await expect(cell.locator('.code').first()).toBeVisible();
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('main .code')].filter(
        (code) => code.scrollWidth > code.clientWidth + 1,
      ).length,
  );
  expect(cut, 'long lines are broken, not cut').toBe(0);
});

for (const path of ['05-shapes/', '04-indexing/03-window/', 'playground/']) {
  test(`axe finds nothing on /${path} in forced colours, where what is marked has an outline`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const pressed = page.locator('button[aria-pressed="true"]').first();
    await expect(pressed).toHaveCSS('outline-style', 'solid');
  });
}

test('who wants less motion sees the end of a picture at once', async ({ page }) => {
  expect(await playsAfterRun(page, 'no-preference')).toBe(true);
  expect(await playsAfterRun(page, 'reduce')).toBe(false);
});

/** Whether a picture that a short run has drawn plays by itself. */
async function playsAfterRun(page: Page, reducedMotion: 'reduce' | 'no-preference'): Promise<boolean> {
  await page.emulateMedia({ reducedMotion });
  await page.goto('playground/');
  await type(page.locator('hg-cell'), "for (let k = 0; k < 60; k++) plot.line('loss', 60 - k);");
  await page.keyboard.press('Control+Enter');
  const play = page.locator('hg-plot [data-do=play]').first();
  await expect(play).toBeVisible();
  await expect(page.locator('hg-cell')).not.toHaveAttribute('data-state', 'running');
  return (await play.getAttribute('aria-label')) === 'Pause';
}
