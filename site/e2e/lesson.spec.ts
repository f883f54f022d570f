/** A lesson's cells, questions and pictures, as a learner meets them. */
import { expect, test } from '@playwright/test';
import { type } from './typing.ts';

/** Types `code` in place of the cell's own. */
test('a cell runs after those above it, with the names they declare', async ({ page }) => {
  await page.goto('04-indexing/');
  const cell = page.locator('#cell-list');
  await type(cell, 'const a2 = a.index([0, 1]);\na2;');
  await page.keyboard.press('Control+Enter');
  await expect(cell.locator('.cell-output:not([data-in=py])')).toHaveText('tensor([0.6009, 0.2566])');
  await expect(cell.locator('.cell-note')).toContainText('Runs on the cpu: the only adapter is');
  // A name may be declared again, with a type, and what is typed lives on after a reload.
  const below = page.locator('#cell-mask');
  await type(below, 'const a2: number[] = [1, 2];\nconsole.log(a2, a);');
  await below.getByRole('button', { name: 'Run' }).click();
  await expect(below.locator('.cell-output:not([data-in=py])')).toHaveText(
    '[1, 2] tensor([0.6009, 0.2566, 0.7936, 0.9408, 0.1332])',
  );
  await page.reload();
  await expect(cell.locator('.code-place:not([data-in=py]) .code')).toContainText('a2;');
  await cell.getByRole('button', { name: 'Reset' }).click();
  await expect(cell.locator('.code-place:not([data-in=py]) .code')).toHaveText('a.index([2, 4]);');
});

test('Shift+Enter runs a cell and goes on to the next one, while it runs', async ({ page }) => {
  await page.goto('04-indexing/');
  const cell = page.locator('#cell-list');
  await type(cell, 'await new Promise((done) => setTimeout(done, 700));\na.index([4, 4])');
  await page.keyboard.press('Shift+Enter');
  await expect(page.locator('#cell-mask .cm-content')).toBeFocused();
  await expect(cell.locator('.cell-output:not([data-in=py])')).toHaveText('tensor([0.1332, 0.1332])');
});

test('prose and hints speak the language that was chosen', async ({ page }) => {
  await page.goto('04-indexing/04-pick-by-label/');
  const hint = page.locator('.hint').first();
  await hint.locator('summary').click();
  await expect(hint.locator('code:visible')).toHaveText("x.index(':', labels)");
  await page.getByRole('button', { name: 'Python' }).click();
  await expect(hint.locator('code:visible')).toHaveText('x[:, labels]');
});

test('what goes wrong is told at the line where it went wrong', async ({ page }) => {
  await page.goto('04-indexing/');
  const cell = page.locator('#cell-list');
  await type(cell, 'const n: number = 1;\na.index(7);');
  await page.keyboard.press('Control+Enter');
  await expect(cell.locator('.error')).toHaveText(
    'IndexError: index 7 is out of bounds for dimension 0 with size 5 (line 2)',
  );
  await expect(cell.locator('.cm-failed-line')).toHaveText('a.index(7);');
  await type(cell, 'const n =\n  ;');
  await page.keyboard.press('Control+Enter');
  await expect(cell.locator('.error')).toContainText('SyntaxError');
  await expect(cell.locator('.error')).toContainText('(line 2)');
});

test('an endless loop is stopped, and the next run works', async ({ page }) => {
  await page.goto('04-indexing/');
  const cell = page.locator('#cell-list');
  await type(cell, 'console.log("on it");\nwhile (true) {}');
  await page.keyboard.press('Control+Enter');
  await cell.getByRole('button', { name: 'Stop' }).click();
  await expect(cell.locator('.cell-output:not([data-in=py])')).toContainText('Stopped.');
  await type(cell, '1 + 1');
  await page.keyboard.press('Control+Enter');
  await expect(cell.locator('.cell-output:not([data-in=py])')).toHaveText('2');
});

test('a flood of output is cut, and the page lives', async ({ page }) => {
  await page.goto('04-indexing/');
  const cell = page.locator('#cell-list');
  await type(cell, 'for (let i = 0; i < 1e5; i++) console.log(i);\n"end"');
  await page.keyboard.press('Control+Enter');
  await expect(cell.locator('.cell-output:not([data-in=py])')).toContainText(
    '2000 lines: the rest is left out',
  );
});

test('learner code reaches neither the network nor the page', async ({ page }) => {
  await page.goto('04-indexing/');
  const cell = page.locator('#cell-list');
  const probes = `
const tries: Record<string, () => unknown> = {
  fetch: () => fetch('${page.url()}'),
  indexedDB: () => indexedDB.open('handgrad'),
  importScripts: () => importScripts('${page.url()}'),
  WebSocket: () => new WebSocket('ws://localhost:1'),
};
const reached: string[] = [];
for (const [name, probe] of Object.entries(tries)) {
  try {
    const got = await probe();
    if (got instanceof IDBRequest) await new Promise((yes, no) => { got.onsuccess = yes; got.onerror = no; });
    if (got instanceof WebSocket) await new Promise((yes, no) => { got.onopen = yes; got.onerror = no; });
    reached.push(name);
  } catch {}
}
reached`;
  await type(cell, probes);
  await page.keyboard.press('Control+Enter');
  await expect(cell.locator('.cell-output:not([data-in=py])')).toHaveText('[]');
});

test('a question keeps its answer shut until one is given', async ({ page }) => {
  await page.goto('04-indexing/');
  const question = page.locator('#predict-last');
  const output = question.locator('.cell-output:not([data-in=py])');
  await expect(output).toBeHidden();
  await question.getByText('tensor(0.6009)').click();
  await question.getByRole('button', { name: 'I am sure' }).click();
  await expect(output).toHaveText('tensor(0.1332)');
  await expect(question.locator('.predict-verdict')).toContainText('Not this time');
  await page.reload();
  await expect(output).toBeVisible();
});

test('a picture shows where an element lies, by pointer and by keys', async ({ page }) => {
  await page.goto('04-indexing/');
  const picture = page.locator('hg-tensor[data-of="tensor"]');
  // What comes into view is laid out then, and may move what is below it.
  await expect(async () => {
    await picture.locator('td[data-index="1,2"]').hover();
    await expect(picture.locator('.tensor-formula')).toHaveText('[1, 2] lies at 0 + 1 × 3 + 2 × 1 = 5', {
      timeout: 500,
    });
  }).toPass();
  await picture.locator('td[data-index="0,0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(picture.locator('.tensor-formula')).toHaveText('[1, 1] lies at 0 + 1 × 3 + 1 × 1 = 4');
  await expect(picture.locator('li.lit')).toContainText('0.0062');
  await picture.getByRole('button', { name: 'Walk through it' }).click();
  await expect(picture.locator('.tensor-formula')).toHaveText('[0, 1] lies at 0 + 0 × 3 + 1 × 1 = 1');
});

test('a picture follows the code above it', async ({ page }) => {
  await page.goto('04-indexing/');
  const cell = page.locator('#cell-row-layout');
  await type(cell, 'const row = tensor.index(":", 2);');
  await page.keyboard.press('Control+Enter');
  const picture = page.locator('hg-tensor[data-of="row"]');
  await expect(picture.locator('td')).toHaveText(['0.1994', '0.9516', '0.5832', '0.5779', '0.3423']);
});

test('a cell reaches the GPU when a tensor is moved there', async ({ page }) => {
  await page.goto('04-indexing/?device=webgpu');
  const cell = page.locator('#cell-list');
  await type(cell, "a.to('webgpu').mul(2).index([2, 4])");
  await page.keyboard.press('Control+Enter');
  await expect(cell.locator('.cell-output:not([data-in=py])')).toHaveText(
    "tensor([1.5873, 0.2664], device='webgpu:0')",
  );
  await expect(cell.locator('.cell-note')).toContainText("until a tensor goes .to('webgpu')");
});
