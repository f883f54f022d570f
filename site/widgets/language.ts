/**
 * TypeScript or Python: one choice for the whole site, remembered in the learner's own browser. It stands on the root
 * element, where a script in the page's head puts it before the first paint, and the styles show what belongs to it.
 */
import type { Language } from '../../graders/both.ts';

export type { Language };

const KEY = 'handgrad:language';
const CHOSEN = 'language-chosen';

export function chosenLanguage(): Language {
  return document.documentElement.dataset.language === 'py' ? 'py' : 'ts';
}

/** Chooses for this page alone. */
export function showLanguage(language: Language): void {
  document.documentElement.dataset.language = language;
  document.dispatchEvent(new Event(CHOSEN));
}

export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {} // the choice then holds for this page alone
  showLanguage(language);
}

/** Calls `listener` after each choice, in this tab or another. */
export function followLanguage(listener: (language: Language) => void): void {
  document.addEventListener(CHOSEN, () => listener(chosenLanguage()));
}

addEventListener('storage', ({ key, newValue }) => {
  if (key === KEY) showLanguage(newValue === 'py' ? 'py' : 'ts');
});
