/** Tensors on the GPU, read at once by Python in the page: where the page's canvases are drawn by the same GPU. */
import { expect, test } from '@playwright/test';
import { readExercise } from '../../graders/exercises.ts';
import { canvasArguments, chromiumArguments } from '../../scripts/chromium-arguments.ts';
import { shareHash } from '../code/share.ts';
import settings from './playwright.config.ts';
import { verdictOn, withoutTicks } from './verdict.ts';

test.use({
  launchOptions: { ...settings.use?.launchOptions, args: [...chromiumArguments, ...canvasArguments] },
});

test('print, item, bool and tolist read a tensor that is on the GPU', async ({ page }) => {
  const code = `import torch
device = torch.device("webgpu")
x = torch.linspace(0, 1, 5).to(device) * 2
print(x, x.sum().item(), bool(x[0] == 0), x.tolist()[4], float(x[3]))
`;
  await page.goto(`playground/?device=webgpu${await shareHash(code, 'py')}`);
  await page.getByRole('button', { name: 'Open it in the editor' }).click();
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('.cell-output:visible')).toHaveText(
    "tensor([0.0000, 0.5000, 1.0000, 1.5000, 2.0000], device='webgpu:0') 5.0 True 2.0 1.5",
  );
});

test("kernels of one's own in Python: the lesson's cells, what is wrong with a kernel, and an exercise", async ({
  page,
}) => {
  test.slow();
  await page.goto('15-gpu-kernels/');
  await page.getByRole('button', { name: 'Python' }).click();
  const output = async (id: string) => {
    const cell = page.locator(`#cell-${id}`);
    await cell.getByRole('button', { name: 'Run' }).click();
    await expect(cell.locator('.cell-note')).toContainText(/ ms · /, { timeout: 60_000 });
    return cell.locator('.cell-output:visible');
  };
  await expect(await output('wrong')).toContainText('RuntimeError: WGSL, line 5: no matching overload');
  await expect(await output('products')).toHaveText('close to the engine: Trueclose to the engine: True');
  await expect(await output('fused')).toContainText('4 operators in one kernel');

  const { id, pythonStarter, pythonSolution, mistakes } = readExercise('15-gpu-kernels/01-map');
  await page.goto(`${id}/`);
  const broken = pythonStarter!.replace('out[i] = x[i];', 'out[i] = y;');
  const verdict = await verdictOn(page, broken);
  expect(verdict).toContain('RuntimeError: WGSL, line 11');
  expect(verdict).toContain('line 21');
  const noFactor = mistakes.find(({ name }) => name === 'no-factor')!;
  expect(await verdictOn(page, pythonStarter!.replace('= x[i];', '= x[i] + y[i];'))).toContain(
    withoutTicks(noFactor.says),
  );
  await expect(page.locator('.device')).toContainText('Runs on your GPU');
  expect(await verdictOn(page, pythonSolution)).toContain('Right: all');
});
