/** A line of prose from an exercise's frontmatter as HTML: `code`, **strong** and $formulas$, nothing else. */
import katex from 'katex';
import { inBoth } from '../../graders/both.ts';
import { escapeHtml } from './html.ts';

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

/** Code in prose; where Python writes it otherwise, both, of which the page shows one. */
export function codeHtml(code: string): string {
  const { ts, py } = inBoth(code);
  if (ts === py) return `<code>${escapeHtml(ts)}</code>`;
  return `<code data-in="ts">${escapeHtml(ts)}</code><code data-in="py">${escapeHtml(py)}</code>`;
}
