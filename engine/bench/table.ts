/** Times as a markdown table: medians, and how the best rival's compares with ours. */

import type { Outcome } from './page.ts';

export interface Line {
  readonly title: string;
  readonly unit: 'ms' | 'kB';
  readonly outcomes: readonly Outcome[];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** The first contestant is ours. A ratio over 1 says how many times faster we are than the best of the others. */
export function tableOf(lines: readonly Line[]): string {
  const names = [...new Set(lines.flatMap(({ outcomes }) => outcomes.map(({ name }) => name)))];
  const header = ['row', ...names, 'best rival / ours'];
  const cells = lines.map(({ title, unit, outcomes }) => {
    const medians = names.map((name) => {
      const times = outcomes.find((outcome) => outcome.name === name)?.times ?? [];
      return times.length > 0 ? median(times) : Number.NaN;
    });
    const [own, ...others] = medians;
    const ratio = Math.min(...others.filter((value) => !Number.isNaN(value))) / own;
    const best = Math.min(...medians.filter((value) => !Number.isNaN(value)));
    const values = medians.map((value) => {
      if (Number.isNaN(value)) return '–';
      return value === best ? `**${shown(value)}**` : shown(value);
    });
    return [`${title}, ${unit}`, ...values, Number.isFinite(ratio) ? ratio.toFixed(2) : '–'];
  });
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
  return [line(header), line(header.map((_, k) => (k === 0 ? '---' : '---:'))), ...cells.map(line)].join(
    '\n',
  );
}
