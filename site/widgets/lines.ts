/** What a program printed, as HTML: the same when the site is built and when a learner runs the code. */
import { escapeHtml } from '../code/html.ts';
import type { Line } from '../runner/protocol.ts';

export function linesHtml(lines: Pick<Line, 'kind' | 'text'>[]): string {
  return lines.map(({ kind, text }) => `<samp class="line ${kind}">${escapeHtml(text)}</samp>`).join('');
}
