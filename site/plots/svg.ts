/** What all plots with axes share. Lengths are SVG units: a plot is as wide as its place, and its text grows with it. */
import { escapeHtml } from '../code/html.ts';
import type { Bounds } from './types.ts';

export const WIDTH = 440;
export const HEIGHT = 290;
const MARGIN = { left: 46, right: 12, top: 10, bottom: 26 };

type Range = readonly [number, number];

/** Where a number lies between the edges of a plot. */
export type Scale = (value: number) => number;

export interface Axes {
  x: Scale;
  y: Scale;
  /** The frame with its numbers, as SVG. */
  svg: string;
}

/** How numbers go along the axes, where that is not evenly, from left to right and from the bottom up. */
export interface Ways {
  xscale?: 'log';
  yscale?: 'log';
  /** The y axis goes down, as the rows of an image do. */
  isDown?: boolean;
}

export function axes(bounds: Bounds, { xscale, yscale, isDown }: Ways = {}): Axes {
  const upright: Range = [HEIGHT - MARGIN.bottom, MARGIN.top];
  const x = (xscale ? logScale : scale)(bounds.x, [MARGIN.left, WIDTH - MARGIN.right]);
  const y = (yscale ? logScale : scale)(bounds.y, isDown ? [upright[1], upright[0]] : upright);
  const bottom = HEIGHT - MARGIN.bottom;
  const down = (xscale ? powers : ticks)(bounds.x, 6).map((at) => {
    const place = fixed(x(at));
    return `<path d="M${place} ${bottom}v4"/><text x="${place}" y="${bottom + 17}" text-anchor="middle">${short(at)}</text>`;
  });
  const left = (yscale ? powers : ticks)(bounds.y, 5).map((at) => {
    const place = fixed(y(at));
    return `<path class="plot-rule" d="M${MARGIN.left} ${place}H${WIDTH - MARGIN.right}"/><text x="${MARGIN.left - 7}" y="${place}" dy="0.32em" text-anchor="end">${short(at)}</text>`;
  });
  const box = `<path class="plot-axis" d="M${MARGIN.left} ${MARGIN.top}V${bottom}H${WIDTH - MARGIN.right}"/>`;
  return { x, y, svg: `<g class="plot-axes">${left.join('')}${down.join('')}${box}</g>` };
}

/** The part of a plot between its axes. */
export const INSIDE = {
  left: MARGIN.left,
  right: WIDTH - MARGIN.right,
  top: MARGIN.top,
  bottom: HEIGHT - MARGIN.bottom,
};

/** `content` in the coordinates of the whole picture, cut off at the axes. */
export function inside(content: string): string {
  const { left, right, top, bottom } = INSIDE;
  const box = [left, top, right - left, bottom - top];
  const [x, y, width, height] = box;
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${box.join(' ')}">${content}</svg>`;
}

export function picture(content: string, words: string, width = WIDTH, height = HEIGHT): string {
  return `<svg viewBox="0 0 ${fixed(width)} ${fixed(height)}" role="img" aria-label="${escapeHtml(words)}">${content}</svg>`;
}

export function scale([from, to]: Range, [start, end]: Range): Scale {
  const factor = to === from ? 0 : (end - start) / (to - from);
  return (value) => start + (Number(value) - from) * factor;
}

function logScale([from, to]: Range, place: Range): Scale {
  const linear = scale([Math.log10(from), Math.log10(to)], place);
  return (value) => linear(Math.log10(Number(value)));
}

/** The least and the greatest of finite numbers, a little apart where they are one. */
export function extent(values: Iterable<number>): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

/** Round numbers within a range. */
function ticks([from, to]: Range, most: number): number[] {
  const rough = (to - from) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, Math.min(count, 20)) }, (_, k) => (first + k) * step);
}

/** Powers of ten within a range; its ends where it holds fewer than two. */
function powers([from, to]: Range, most: number): number[] {
  const [first, last] = [Math.ceil(Math.log10(from) - 1e-9), Math.floor(Math.log10(to) + 1e-9)];
  if (last - first < 1) return [from, to];
  const step = Math.ceil((last - first) / most);
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, k) => 10 ** (first + k * step));
}

/** A coordinate: never anything but a number, whatever the sandbox sent. */
export function fixed(value: number): string {
  return Number(value).toFixed(1).replace(/\.0$/, '');
}

/** A number for people: three digits that matter, and a real minus. */
export function short(value: number): string {
  const number = Number(value);
  const size = Math.abs(number);
  const text =
    size !== 0 && (size >= 1e5 || size < 1e-3) ? number.toExponential(1) : `${+number.toPrecision(3)}`;
  return text.replace('-', '−');
}

/** A line through points; it breaks where a number is not finite. */
export function polyline(points: readonly (readonly [number, number])[]): string {
  let pen = 'M';
  let path = '';
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      pen = 'M';
      continue;
    }
    path += `${pen}${fixed(x)} ${fixed(y)}`;
    pen = 'L';
  }
  return path;
}
