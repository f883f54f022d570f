/** The race as a table: a row for each size, the two times, their bars, and how often one fits into the other. */
import type { Device } from '../runner/device.ts';
import type { Contest, Lap } from './programs.ts';

export type Laps = Record<Device, Lap[]>;

const DEVICES: Device[] = ['cpu', 'webgpu'];

export function raceHtml({ sizes, label, title }: Contest, laps: Laps): string {
  const times = sizes.map((size) => timesAt(laps, size));
  const known = times.flatMap((row) => DEVICES.flatMap((device) => row[device] ?? []));
  const rows = sizes.map((size, at) => rowHtml(label(size), times[at], known));
  return `<table class="race-table"><caption class="sr-only">${title}: milliseconds on each device</caption>
<thead><tr><th scope="col">size</th><th scope="col">cpu</th><th scope="col">webgpu</th><th scope="col">faster</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>`;
}

/** What the race says, in a sentence. */
export function verdict({ sizes, label }: Contest, laps: Laps): string {
  const both = sizes.flatMap((size) => {
    const { cpu, webgpu } = timesAt(laps, size);
    return cpu !== undefined && webgpu !== undefined ? { size, factor: cpu / webgpu } : [];
  });
  if (both.length === 0) return '';
  const won = both.filter(({ factor }) => factor > 1);
  if (won.length === 0) return 'On this machine the cpu was faster at every size.';
  const best = won.reduce((a, b) => (b.factor > a.factor ? b : a));
  const lost =
    both.length > won.length
      ? ` At ${both.length - won.length} of ${both.length} sizes the cpu was faster.`
      : '';
  return `At ${label(best.size)} webgpu was ${times(best.factor)} as fast as the cpu.${lost}`;
}

function timesAt(laps: Laps, size: number): Partial<Record<Device, number>> {
  return Object.fromEntries(
    DEVICES.flatMap((device) => {
      const lap = laps[device].find((each) => each.size === size);
      return lap ? [[device, lap.ms]] : [];
    }),
  );
}

function rowHtml(size: string, row: Partial<Record<Device, number>>, known: number[]): string {
  const cells = DEVICES.map((device) => {
    const ms = row[device];
    if (ms === undefined) return '<td>–</td>';
    return `<td>${milliseconds(ms)}<span class="race-bar ${device}" style="--length:${barLength(ms, known)}" aria-hidden="true"></span></td>`;
  });
  return `<tr><th scope="row">${size}</th>${cells.join('')}<td>${faster(row)}</td></tr>`;
}

function faster({ cpu, webgpu }: Partial<Record<Device, number>>): string {
  if (cpu === undefined || webgpu === undefined) return '';
  return cpu < webgpu ? `cpu, ${times(webgpu / cpu)}` : `webgpu, ${times(cpu / webgpu)}`;
}

/** Between 0 and 1, on a logarithmic scale: the times of a race lie a thousandfold apart. */
function barLength(ms: number, known: number[]): string {
  const [least, most] = [Math.min(...known), Math.max(...known)].map(Math.log);
  return most === least ? '1' : (0.05 + (0.95 * (Math.log(ms) - least)) / (most - least)).toFixed(3);
}

function times(factor: number): string {
  return `${factor < 10 ? factor.toFixed(1) : Math.round(factor)} times`;
}

function milliseconds(ms: number): string {
  return `${ms < 10 ? ms.toPrecision(2) : Math.round(ms)} ms`;
}
