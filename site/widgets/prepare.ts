/**
 * The engine takes a moment to load, and Python a longer one: it begins when somebody begins to type, and Python, once
 * it is chosen, when somebody comes near what runs it, or has it before them while the page has nothing else to do.
 */
import { chosenLanguage, followLanguage } from './language.ts';

const isPython = (): boolean => chosenLanguage() === 'py';

/** Watches the pointer, the focus, the view and the switch of languages. */
export function prepareFor(widget: HTMLElement): void {
  widget.addEventListener('pointerenter', () => isPython() && prepare());
  widget.addEventListener('focusin', prepare);
  inView.observe(widget);
}

/** Who taps or presses keys comes near without notice: what is less than a screen away may be the next. */
const inView = new IntersectionObserver(
  (entries) => {
    if (!isPython() || !entries.some(({ isIntersecting }) => isIntersecting)) return;
    inView.disconnect();
    whenIdle(prepare);
  },
  { rootMargin: '100%' },
);

/** Safari has no idle callbacks. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work);
  else setTimeout(work, 500);
}

followLanguage(() => isPython() && prepare());

async function prepare(): Promise<void> {
  const { pageSandbox } = await import('../runner/page.ts');
  const { sandbox } = await pageSandbox();
  await sandbox.warm(isPython());
}
