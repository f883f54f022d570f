/** TypeScript as HTML, with the classes that the editor uses: code looks the same before and after it is opened. */
import { typescriptLanguage } from '@codemirror/lang-javascript';
import { classHighlighter, highlightCode } from '@lezer/highlight';
import { escapeHtml } from './html.ts';

export function highlight(code: string): string {
  let html = '';
  const tree = typescriptLanguage.parser.parse(code);
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
