/** Tensors on the GPU, read at once by Python in the page: where the page's canvases are drawn by the same GPU. */
import { expect, test } from '@playwright/test';
import { canvasArguments, chromiumArguments } from '../../scripts/chromium-arguments.ts';
import { shareHash } from '../code/share.ts';
import settings from './playwright.config.ts';

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
