/** A GPU that goes away is told, and the next run has another one; and the first run on it leaves the page alive. */
import { expect, type Page, test } from '@playwright/test';
import { readExercise } from '../../graders/exercises.ts';
import { type } from './typing.ts';

const onGpu = "a.to('webgpu').mul(2).index([2, 4])";
const right = "tensor([1.5873, 0.2664], device='webgpu:0')";

let runs = 0;

/** Puts `code` into a cell, runs it, and gives what it printed. Each run prints its number first: it may be over at once. */
async function printed(page: Page, code: string): Promise<string> {
  const cell = page.locator('#cell-list');
  const output = cell.locator('.cell-output:not([data-in=py])');
  const mark = `run ${++runs}`;
  await type(cell, `console.log('${mark}');\n${code}`);
  await page.keyboard.press('Control+Enter');
  await expect(output).toContainText(mark);
  await expect(cell).not.toHaveAttribute('data-state', 'running');
  return ((await output.textContent()) ?? '').replace(mark, '').trim();
}

test('a device lost in the middle of a run ends it in words, and the next run works', async ({ page }) => {
  await page.goto('04-indexing/?device=webgpu');
  const losing = `const create = GPUDevice.prototype.createBuffer;
GPUDevice.prototype.createBuffer = function (...args) {
  this.destroy();
  return create.apply(this, args);
};
await a.to('webgpu').mul(2).tolist()`;
  const words = await printed(page, losing);
  expect(words).toContain('the GPU device was lost');
  expect(words).toContain('await torch.webgpu.init() gives a new one');
  expect(await printed(page, onGpu)).toBe(right);
});

test('a GPU that is lost between two runs is not missed', async ({ page, browser }) => {
  await page.goto('04-indexing/?device=webgpu');
  expect(await printed(page, onGpu)).toBe(right);
  const session = await browser.newBrowserCDPSession();
  for (let times = 0; times < 2; times++) {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    process.kill(processInfo.find(({ type: kind }) => kind === 'GPU')!.id);
    await expect(async () => {
      const { processInfo: now } = await session.send('SystemInfo.getProcessInfo');
      expect(
        now.some(({ type: kind, id }) => kind === 'GPU' && !processInfo.some((old) => old.id === id)),
      ).toBe(true);
    }).toPass();
    expect(await printed(page, onGpu)).toBe(right);
  }
});

test('the page lives on while the first run compiles its kernels', async ({ page }) => {
  const { id, solution } = readExercise('13-convolutions/06-as-matmul');
  await page.goto(`${id}/?device=webgpu`);
  await type(page.locator('hg-exercise'), solution);
  await page.evaluate(() => {
    const seen = { longest: 0, last: performance.now() };
    Object.assign(window, { seen });
    const look = (now: number) => {
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.verdict')).toContainText('Right: all', { timeout: 30_000 });
  const longest = await page.evaluate(
    () => (window as unknown as { seen: { longest: number } }).seen.longest,
  );
  expect(longest, 'milliseconds between two pictures').toBeLessThan(1000);
});
