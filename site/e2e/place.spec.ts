/** The place where people learn: types in the editor, shared code, drafts in two tabs, progress that travels. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { readExercise } from '../../graders/exercises.ts';
import { shareHash } from '../code/share.ts';
import { type } from './typing.ts';

const id = '04-indexing/01-pick-elements';
const work = (page: Page) => page.locator('hg-exercise');

test('the editor knows the types: problems, completion with its docs', async ({ page }) => {
  await page.goto(`${id}/?device=cpu`);
  await type(
    work(page),
    "import * as torch from 'torch';\nconst x = torch.ones(3);\nconst n: number = x;\nx.cums",
  );
  await expect(page.locator('.cm-lintRange-error').first()).toBeVisible({ timeout: 30_000 });
  await page.keyboard.type('u');
  const list = page.locator('.cm-tooltip-autocomplete');
  await expect(list).toContainText('cumsum');
  await expect(page.locator('.cm-completionInfo')).toContainText('Tensor');
  // The first Esc closes the list, the next one lets Tab leave.
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.locator('.cm-content')).not.toBeFocused();
});

test('shared code is looked at first, never runs by itself, and leaves the draft alone', async ({ page }) => {
  await page.goto(`${id}/?device=cpu`);
  await type(work(page), '// my own\n');
  await page.goto('playground/');
  await page.goto(`${id}/?device=cpu${await shareHash('// from elsewhere\n')}`);
  await expect(page.locator('.notice')).toContainText('somebody else');
  await expect(work(page).locator('.code-place:visible')).toContainText('my own');
  await page.getByRole('button', { name: 'Open it in the editor' }).click();
  await expect(work(page).locator('.code-place:visible')).toContainText('from elsewhere');
  await expect(page.locator('.verdict')).toBeEmpty();
  await page.goto('playground/');
  await page.goto(`${id}/?device=cpu`);
  await expect(work(page).locator('.code-place:visible')).toContainText('my own');
  await page.goto('playground/#code=1.AAAA');
  await expect(page.locator('.notice')).toContainText('damaged');
});

test('what is typed in one tab is there in the other', async ({ page, context }) => {
  const other = await context.newPage();
  for (const each of [page, other]) await each.goto(`${id}/?device=cpu`);
  await type(work(page), '// in the first tab\n');
  await expect(work(other).locator('.code-place:visible')).toContainText('in the first tab');
});

test('progress and code travel by a file; a damaged one changes nothing', async ({ page, browser }) => {
  await page.goto(`${id}/?device=cpu`);
  await type(work(page), readExercise(id).solution);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.verdict')).toContainText('Right: all');
  await page.goto('progress/');
  await expect(page.locator('.progress-words')).toContainText('You have solved 1 of');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await (await downloading).path();
  expect(JSON.parse(readFileSync(file, 'utf8')).exercises[id].status).toBe('solved');

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(new URL('.', page.url()).href);
  const input = elsewhere.locator('input[type=file]');
  await input.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":1}'),
  });
  await expect(elsewhere.locator('.progress-file')).toContainText('Nothing was changed');
  const oldest = { solved: { '04-indexing/02-boolean-mask': 1 } };
  await input.setInputFiles({
    name: 'old.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(oldest)),
  });
  await expect(elsewhere.locator('.progress-words')).toContainText('You have solved 1 of');
  await input.setInputFiles(file);
  await expect(elsewhere.locator('.progress-words')).toContainText('You have solved 2 of');
  await expect(elsewhere.locator(`.pips a[data-exercise="${id}"][data-state="solved"]`)).toBeVisible();
  await elsewhere.goto(new URL(`../${id}/`, elsewhere.url()).href);
  await expect(work(elsewhere).locator('.code-place:visible')).toContainText('[0, -1, 1]');
});

test('code begun on an older start is kept, and what has changed is shown', async ({ page }) => {
  await page.goto(`${id}/?device=cpu`);
  await type(work(page), '// my own\n');
  await page.evaluate((exercise) => {
    return new Promise<void>((resolve) => {
      indexedDB.open('handgrad').onsuccess = ({ target }) => {
        const { result } = target as IDBOpenDBRequest;
        const drafts = result.transaction('drafts', 'readwrite').objectStore('drafts');
        const older = { code: '// my own\n', base: '// the start as it was\n' };
        drafts.put({ [exercise]: older }, 'exercises').onsuccess = () => resolve();
      };
    });
  }, id);
  await page.reload();
  const notice = page.locator('.notice');
  await expect(notice).toContainText('has changed since you began');
  await expect(notice.locator('.removed').first()).toContainText('the start as it was');
  await expect(work(page).locator('.code-place:visible')).toContainText('my own');
  await notice.getByRole('button', { name: 'Keep my code' }).click();
  await page.reload();
  await expect(work(page).locator('.code-place:visible')).toContainText('my own');
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('what was solved some days ago is due again, until it is solved again', async ({ page }) => {
  await page.goto('progress/');
  await page.evaluate((exercise) => {
    const solved = [Date.now() - 3 * 24 * 60 * 60 * 1000];
    const entry = { status: 'solved', hints: 0, sawSolution: false, changed: solved[0], solved };
    const progress = { format: 'handgrad-progress', version: 2, exercises: { [exercise]: entry } };
    localStorage.setItem('handgrad:progress', JSON.stringify(progress));
  }, id);
  await page.reload();
  await page.locator('.progress-due a').click();
  await expect(page).toHaveURL(new RegExp(id));
  await type(work(page), readExercise(id).solution);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.verdict')).toContainText('Right: all', { timeout: 30_000 });
  await page.goto('progress/');
  await expect(page.locator('.progress-due')).toBeHidden();
});

test('the playground runs, prints and draws', async ({ page }) => {
  await page.goto('playground/?device=cpu');
  await page.getByRole('button', { name: 'Run this code' }).click();
  await expect(page.locator('.cell-output:not([data-in=py])')).toContainText('should be near', {
    timeout: 30_000,
  });
  await expect(page.locator('.cell-plots svg').first()).toBeVisible();
});

for (const path of ['playground/', 'progress/']) {
  test(`axe finds nothing on /${path}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ target }) => target)}`)).toEqual(
      [],
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
}
