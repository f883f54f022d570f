/** TypeScript or Python as HTML, with the classes that the editor uses: code looks the same before and after it is opened. */
import { typescriptLanguage } from '@codemirror/lang-javascript';
import { pythonLanguage } from '@codemirror/lang-python';
import { classHighlighter, highlightCode } from '@lezer/highlight';
import { escapeHtml } from './html.ts';
import type { Language } from './language.ts';

export function highlight(code: string, language: Language = 'ts'): string {
  let html = '';
  const { parser } = language === 'py' ? pythonLanguage : typescriptLanguage;
  const tree = parser.parse(code);
  highlightCode(
    code,
    tree,
    classHighlighter,
    (text, classes) => {
      html += classes ? `<span class="${classes}">${escapeHtml(text)}</span>` : escapeHtml(text);
    },
    () => {
      html += '\n';
    },
  );
  return html;
}
