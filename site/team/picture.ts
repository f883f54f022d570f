/** What the teams did: their losses as curves, and a table of their times. */
import type { Curves } from '../plots/types.ts';
import { type Report, SIZES } from './program.ts';

/** The reports of each team, by how many workers it has. */
export type Runs = ReadonlyMap<number, readonly Report[]>;

export function workers(count: number): string {
  return count === 1 ? '1 worker' : `${count} workers`;
}

export function lossCurves(runs: Runs): Curves {
  const curves = [...runs]
    .filter(([, reports]) => reports.length > 0)
    .map(([count, reports]) => ({
      name: workers(count),
      x: reports.map(({ step }) => step),
      y: reports.map(({ loss }) => loss),
    }));
  return { kind: 'curves', curves };
}

export function tableHtml(runs: Runs): string {
  const alone = stepTime(runs.get(1));
  const rows = SIZES.map((count) => {
    const reports = runs.get(count);
    const time = stepTime(reports);
    const cells = [
      time === null ? '–' : `${time.toFixed(1)} ms`,
      reports?.length ? reports.at(-1)!.loss.toFixed(4) : '–',
      time === null || alone === null ? '–' : `× ${(alone / time).toFixed(2)}`,
    ];
    return `<tr><th scope="row">${workers(count)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<table class="race-table"><caption class="sr-only">Teams of workers: their times and losses</caption>
<thead><tr><th scope="col">team</th><th scope="col">a step</th><th scope="col">last loss</th><th scope="col">speed</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>`;
}

/** What came of it, in a sentence. */
export function verdict(runs: Runs): string {
  const alone = stepTime(runs.get(1));
  if (alone === null) return '';
  const last = runs.get(1)!.at(-1)!.loss;
  const others = SIZES.slice(1).flatMap((count) => {
    const time = stepTime(runs.get(count));
    return time === null ? [] : [{ count, time, loss: runs.get(count)!.at(-1)!.loss }];
  });
  if (others.length === 0) return '';
  const times = others.map(
    ({ count, time }) => `${count} workers were ${(alone / time).toFixed(2)} times as fast as one`,
  );
  const apart = Math.max(...others.map(({ loss }) => Math.abs(loss - last)));
  return `Here ${times.join(', ')}. Their last losses differ from that of one worker by ${apart === 0 ? 'nothing' : `at most ${apart.toPrecision(1)}`}.`;
}

/** Milliseconds a step takes, the first not counted; null before there are two. */
function stepTime(reports: readonly Report[] | undefined): number | null {
  return reports && reports.length > 1 ? reports.at(-1)!.ms / (reports.length - 1) : null;
}
