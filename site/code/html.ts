import { inBoth } from '../../graders/both.ts';

/** A text as it has to stand in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Code in prose; where Python writes it otherwise, both, of which the page shows one. */
export function codeHtml(code: string): string {
  const { ts, py } = inBoth(code);
  if (ts === py) return `<code>${escapeHtml(ts)}</code>`;
  return `<code data-in="ts">${escapeHtml(ts)}</code><code data-in="py">${escapeHtml(py)}</code>`;
}
