/**
 * The engine takes a moment to load, and Python a longer one: it begins when somebody begins to type, and Python, once
 * it is chosen, when somebody comes near what runs it.
 */
import { chosenLanguage, followLanguage } from './language.ts';

const isPython = (): boolean => chosenLanguage() === 'py';

/** Watches the pointer, the focus and the switch of languages. */
export function prepareFor(widget: HTMLElement): void {
  widget.addEventListener('pointerenter', () => isPython() && prepare());
  widget.addEventListener('focusin', prepare);
}

followLanguage(() => isPython() && prepare());

async function prepare(): Promise<void> {
  const { pageSandbox } = await import('../runner/page.ts');
  const { sandbox } = await pageSandbox();
  await sandbox.warm(isPython());
}
