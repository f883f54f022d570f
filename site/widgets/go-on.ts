/** On the landing page: who has been here before goes on where they were. */
import { progressOf } from '../../graders/progress.ts';
import { readProgress } from './progress.ts';

const progress = readProgress();
const links = [...document.querySelectorAll<HTMLAnchorElement>('.course a[data-exercise]')];
const seen = links.map((link) => progressOf(progress, link.dataset.exercise!));
const latest = seen.reduce(
  (best, own, at) => ((own?.changed ?? 0) > (seen[best]?.changed ?? 0) ? at : best),
  0,
);
const isOpen = (_: unknown, at: number): boolean => !seen[at] || seen[at].status === 'started';
const next = links.find((link, at) => at >= latest && isOpen(link, at)) ?? links.find(isOpen);
const button = document.querySelector<HTMLAnchorElement>('.hero-actions .button');
if (button && next && seen.some(Boolean)) {
  button.href = next.href;
  button.textContent = `Go on: ${next.title}`;
}
