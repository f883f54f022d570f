/** An exercise's verdict on some code, for tests that try many. */
import type { Page } from '@playwright/test';

/** Words as a page shows them, where code stands between no backticks. */
export const withoutTicks = (text: string): string => text.replaceAll('`', '');

/** Puts `code` into the exercise, runs it, and gives the verdict's words. */
export async function verdictOn(page: Page, code: string): Promise<string> {
  await page.evaluate(async (text) => {
    const work = document.querySelector('hg-exercise') as HTMLElement & {
      code: string;
      run(): Promise<void>;
    };
    work.code = text;
    await work.run();
  }, code);
  return ((await page.locator('.verdict').textContent()) ?? '').replaceAll(/\s+/g, ' ');
}
