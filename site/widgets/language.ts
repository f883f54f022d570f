/** TypeScript or Python: the learner's choice, remembered in their own browser and the same everywhere. */

export type Language = 'ts' | 'py';

const KEY = 'handgrad:language';

export function chosenLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'py' ? 'py' : 'ts';
  } catch {
    return 'ts';
  }
}

export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {} // the choice then holds for this page alone
}

/** Which of the two some code is written in, by how its functions begin. */
export function languageOf(code: string): Language {
  return /^(def|class .*:$|from .* import|import \w+$)/m.test(code) && !/^export /m.test(code) ? 'py' : 'ts';
}
