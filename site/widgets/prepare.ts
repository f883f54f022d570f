/** Python takes a moment to load: it begins when somebody who has chosen it comes near what runs it. */
import { chosenLanguage, followLanguage } from './language.ts';

/** Watches the pointer, the focus and the switch of languages. */
export function prepareFor(widget: HTMLElement): void {
  for (const event of ['pointerenter', 'focusin'] as const) widget.addEventListener(event, prepare);
}

followLanguage(prepare);

async function prepare(): Promise<void> {
  if (chosenLanguage() !== 'py') return;
  const { pageSandbox } = await import('../runner/page.ts');
  const { sandbox } = await pageSandbox();
  await sandbox.warm(true);
}
