/** A learner at the keyboard, for tests. */
import { expect, type Locator } from '@playwright/test';

/** Opens the editor of a cell or an exercise, and writes `code` in the place of what is there. */
export async function type(place: Locator, code: string): Promise<void> {
  const { keyboard } = place.page();
  await place.locator('.code-place:visible').click();
  await expect(place.locator('.cm-content:visible')).toBeFocused();
  await keyboard.press('Control+A');
  await keyboard.insertText(code);
}
