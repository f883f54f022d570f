/** Programs that mean no good, in the page: each is stopped and told by its name, none passes, and the next run works. */
import { expect, type Page, test } from '@playwright/test';
import { exerciseIds, readExercise } from '../../graders/exercises.ts';
import { hostile } from '../../graders/hostile.ts';
import { verdictOn } from './verdict.ts';

const exercise = readExercise(exerciseIds().find((id) => id.endsWith('pick-elements')) as string);

/** Milliseconds that a program may take: enough for whatever ends, and short for what does not. */
const LIMIT = 1500;
/** And the right answer after it, which comes at once but on a busy machine. */
const PATIENCE = 10_000;

const programs = hostile.filter(({ only }) => only !== 'terminal');

/** Most of the time goes into waiting for a limit: so many pages wait at once. */
const PAGES = 2;

test('hostile programs are stopped, named, and leave nothing behind', async ({ context }) => {
  test.setTimeout(300_000);
  const shares = Array.from({ length: PAGES }, (_, k) => programs.filter((_, at) => at % PAGES === k));
  const wrong = await Promise.all(shares.map(async (share) => tryAll(await context.newPage(), share)));
  expect(wrong.flat()).toEqual([]);
});

/** What is wrong with what the page made of these programs. */
async function tryAll(page: Page, share: typeof programs): Promise<string[]> {
  await page.goto(`${exercise.id}/?device=webgpu`);
  await expect(page.getByRole('textbox', { name: 'Your code' })).toBeVisible();
  const verdict = async (code: string, limit: number): Promise<string> => {
    await page
      .locator('hg-exercise')
      .evaluate((work, ms) => work.setAttribute('data-limit', String(ms)), limit);
    return verdictOn(page, code);
  };
  const wrong: string[] = [];
  for (const { name, code, says } of share) {
    const told = await verdict(code, LIMIT);
    if (!says.test(told) || told.includes('Right: all')) wrong.push(`${name}: ${told.slice(0, 200)}`);
    const next = await verdict(exercise.solution, PATIENCE);
    if (!next.includes('Right: all')) wrong.push(`after ${name}: ${next.slice(0, 200)}`);
  }
  const polluted = await page.evaluate(() => Object.keys(Object.prototype));
  return [...wrong, ...polluted];
}
