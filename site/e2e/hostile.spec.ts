/** Programs that mean no good, in the page: each is stopped and told by its name, none passes, and the next run works. */
import { expect, test } from '@playwright/test';
import { exerciseIds, readExercise } from '../../graders/exercises.ts';
import { hostile } from '../../graders/hostile.ts';
import { verdictOn } from './verdict.ts';

const exercise = readExercise(exerciseIds().find((id) => id.endsWith('pick-elements')) as string);

/** Milliseconds that a program may take: enough for whatever ends, and short for what does not. */
const LIMIT = 1500;
/** And the right answer after it, which comes at once but on a busy machine. */
const PATIENCE = 10_000;

test('hostile programs are stopped, named, and leave nothing behind', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto(`${exercise.id}/?device=webgpu`);
  await expect(page.getByRole('textbox', { name: 'Your code' })).toBeVisible();
  const told = async (code: string, limit: number): Promise<string> => {
    await page
      .locator('hg-exercise')
      .evaluate((work, ms) => work.setAttribute('data-limit', String(ms)), limit);
    return verdictOn(page, code);
  };
  const wrong: string[] = [];
  for (const { name, code, says, only } of hostile) {
    if (only === 'terminal') continue;
    const verdict = await told(code, LIMIT);
    if (!says.test(verdict) || verdict.includes('Right: all'))
      wrong.push(`${name}: ${verdict.slice(0, 200)}`);
    const next = await told(exercise.solution, PATIENCE);
    if (!next.includes('Right: all')) wrong.push(`after ${name}: ${next.slice(0, 200)}`);
  }
  expect(wrong).toEqual([]);
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
});
