/** What a program printed, as HTML: the same when the site is built and when a learner runs the code. */
import { escapeHtml } from '../code/html.ts';
import type { Line } from '../runner/protocol.ts';

export function linesHtml(lines: readonly Pick<Line, 'kind' | 'text'>[]): string {
  return lines
    .map(
      ({ kind, text }) =>
        `<samp class="line ${kind}${isLong(text) ? ' long' : ''}">${escapeHtml(text)}</samp>`,
    )
    .join('');
}

/** Longer than any line of a tensor. */
function isLong(text: string): boolean {
  return text.split('\n').some((row) => row.length > 80);
}
