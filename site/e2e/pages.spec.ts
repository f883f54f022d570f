/** What every page owes its readers: legible to all, light, and readable without JavaScript or WebGPU. */
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

/** One of each kind is looked at in every way, the others in one. */
const KINDS = [
  '',
  '05-shapes/',
  '15-gpu-kernels/',
  'map/',
  'reference/',
  'reference/linalg-svd/',
  'write-an-exercise/',
];
const OTHERS = [
  ...['01-why-tensors/', '02-data-structures/', '03-tensors-and-numpy/', '04-indexing/', '06-autograd/'],
  ...['12-data-loading/', '13-convolutions/', '16-attention/', 'cheat-sheet/', 'glossary/', 'where-next/'],
];
const LIGHT = { name: 'light', colorScheme: 'light', width: 1280, language: 'ts' } as const;
const LOOKS = [
  LIGHT,
  { name: 'dark', colorScheme: 'dark', width: 1280, language: 'ts' },
  { name: 'phone', colorScheme: 'light', width: 360, language: 'ts' },
] as const;
const SIGHTS = [
  ...KINDS.flatMap((path) => LOOKS.map((look) => ({ path, ...look }))),
  ...OTHERS.map((path) => ({ path, ...LIGHT })),
  ...['05-shapes/', '14-distributed/', '04-indexing/03-window/'].map((path) => {
    return { path, name: 'Python on a dark phone', colorScheme: 'dark', width: 360, language: 'py' } as const;
  }),
];

/** The reference's families of operators: five hundred rows of one kind, of which the first three families will do. */
const ALIKE = 'hg-reference section:nth-of-type(n + 4)';

for (const { path, name, colorScheme, width, language } of SIGHTS) {
  test(`axe finds nothing on /${path} (${name})`, async ({ page }) => {
    await page.addInitScript((chosen) => localStorage.setItem('handgrad:language', chosen), language);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).exclude(ALIKE).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`),
    ).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, 'nothing makes the page wider than the screen').toBeLessThanOrEqual(0);
  });
}

test('formulas are formulas', async ({ page }) => {
  await page.goto('04-indexing/');
  await expect(page.locator('.katex-display')).toHaveCount(1);
  expect(await page.locator('.katex math').count()).toBeGreaterThan(5);
  await expect(page.locator('main')).not.toContainText('$$');
});

test('a lesson ships less than 60 kB of JavaScript before anything is touched', async ({ page }) => {
  let bytes = 0;
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') bytes += gzipSync(await response.body()).length;
  });
  await page.goto('04-indexing/', { waitUntil: 'networkidle' });
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThan(60_000);
  expect(complaints, 'all is there, and its policy forbids none of it').toEqual([]);
});

test('the table of contents follows the reader, and the search opens by its shortcut', async ({ page }) => {
  await page.goto('05-shapes/');
  const current = page.locator('.right-sidebar-panel a[aria-current]');
  await expect(current).toHaveText('Overview');
  const last = page.locator('.right-sidebar-panel a').last();
  await last.click();
  await expect(current).toHaveText((await last.textContent())!);
  await page.keyboard.press('Control+k');
  await expect(page.locator('dialog input')).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a lesson can be read: code, outputs, questions and answers', async ({ page }) => {
    await page.goto('04-indexing/');
    await expect(page.locator('#cell-last .cell-output:not([data-in=py])')).toHaveText('tensor(0.1332)');
    await expect(page.locator('#cell-last .cell-output:not([data-in=py])')).toBeVisible();
    await expect(page.locator('.run').first()).toBeHidden();
    await expect(page.locator('hg-tensor').first()).toContainText('0.2695');
  });
});

test('without WebGPU cells run on the cpu, and say so', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'gpu'));
  await page.goto('04-indexing/');
  const cell = page.locator('#cell-list');
  await cell.getByRole('button', { name: 'Run' }).click();
  await expect(cell.locator('.cell-note')).toContainText('Runs on the cpu: this browser has no WebGPU');
  await expect(cell.locator('.cell-output:not([data-in=py])')).toHaveText('tensor([0.7936, 0.1332])');
});
