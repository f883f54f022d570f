/** A line of prose from an exercise's frontmatter as HTML: `code`, **strong** and $formulas$, nothing else. */
import katex from 'katex';
import { codeHtml, escapeHtml } from './html.ts';

const PARTS = /`([^`]+)`|\$([^$]+)\$|\*\*([^*]+)\*\*/g;

export function proseHtml(text: string): string {
  let html = '';
  let last = 0;
  for (const match of text.matchAll(PARTS)) {
    const [whole, code, formula, strong] = match;
    html += escapeHtml(text.slice(last, match.index));
    if (code !== undefined) html += codeHtml(code);
    else if (formula !== undefined)
      html += katex.renderToString(formula, { throwOnError: true, output: 'htmlAndMathml' });
    else html += `<strong>${escapeHtml(strong)}</strong>`;
    last = match.index + whole.length;
  }
  return html + escapeHtml(text.slice(last));
}
