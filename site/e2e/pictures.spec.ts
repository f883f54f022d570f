/** Pictures that answer: broadcasting, memory, and the race between two devices. */
import { expect, test } from '@playwright/test';

test('broadcasting is drawn for any two shapes, or told why not', async ({ page }) => {
  await page.goto('05-shapes/');
  const picture = page.locator('hg-broadcast');
  await expect(picture.locator('.broadcast-words')).toContainText('The result has the shape (3, 4).');
  await picture.getByLabel('Shape of b').fill('2, 1, 1');
  await expect(picture.locator('.broadcast-words')).toContainText('The result has the shape (2, 3, 1).');
  await picture.getByLabel('Shape of b').fill('2');
  await picture.getByLabel('Shape of a').fill('5, 3');
  await expect(picture.locator('.broadcast-words')).toHaveText(
    'RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1',
  );
  await picture.getByLabel('Shape of a').fill('five');
  await expect(picture.getByRole('status')).toContainText('Write up to 4 sizes');
});

test('a picture of memory follows the code above it', async ({ page }) => {
  await page.goto('03-tensors-and-numpy/');
  const cell = page.locator('#cell-rebound');
  const picture = page.locator('hg-memory').last();
  await expect(picture.locator('.memory-group')).toHaveCount(2);
  await cell.locator('.code-place:visible').click();
  await expect(cell.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(
    'const source = new torch.NdArray(Float32Array.of(1, 2, 3), [3]);\nlet shared = torch.from_numpy(source);\nshared.mul_(2);',
  );
  await page.keyboard.press('Control+Enter');
  await expect(picture.locator('.memory-group')).toHaveCount(1);
  await expect(picture.locator('.memory-strip li')).toHaveText(['2.', '4.', '6.']);
  await expect(picture.locator('.memory-words')).toContainText('source and shared share one');
});

test('the race runs on both devices, and says what kind of GPU it met', async ({ page }) => {
  await page.goto('01-why-tensors/');
  const race = page.locator('hg-race');
  await race.getByText('One addition').click();
  await race.getByRole('button', { name: 'Start the race' }).click();
  await expect(race.locator('.race-words')).toContainText('faster', { timeout: 50_000 });
  await expect(race.locator('.race-adapter')).toContainText('is a program that plays one');
  await expect(race.locator('tbody td:last-child')).toHaveText([/times$/, /times$/, /times$/, /times$/]);
});

test('code that asks for a GPU is told where a run has none', async ({ page }) => {
  await page.goto('01-why-tensors/');
  const cell = page.locator('#cell-device');
  await cell.getByRole('button', { name: 'Run' }).click();
  await expect(cell.locator('.cell-note')).toContainText('Runs on the cpu');
  await expect(cell.locator('.cell-output:not([data-in=py])')).toHaveText('cpu 12');
});

test('without WebGPU the race says so, and the cpu runs alone', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'gpu'));
  await page.goto('01-why-tensors/');
  const race = page.locator('hg-race');
  await race.getByText('One addition').click();
  await race.getByRole('button', { name: 'Start the race' }).click();
  await expect(race.locator('.race-adapter')).toHaveText(
    'Only the cpu can run here: this browser has no WebGPU.',
  );
  await expect(race.locator('tbody td:nth-child(2)')).toHaveText([/ms$/, /ms$/, /ms$/, /ms$/]);
});

test('teams of 1, 2 and 4 workers train one model, to the same loss', async ({ page }) => {
  await page.goto('14-distributed/');
  const team = page.locator('hg-team');
  await team.getByRole('button', { name: 'Train with 1, 2 and 4 workers' }).click();
  await expect(team.locator('.race-words')).toContainText('4 workers', { timeout: 50_000 });
  await expect(team.locator('.race-words')).toContainText('differ from that of one worker by', {
    timeout: 50_000,
  });
  const losses = await team.locator('tbody td:nth-child(3)').allTextContents();
  expect(losses).toHaveLength(3);
  for (const loss of losses) expect(Number(loss)).toBeCloseTo(Number(losses[0]), 3);
  await expect(team.locator('.plot-words')).toContainText('4 workers goes from');
});
