/** A picture as matplotlib draws it: lines, points, bars, level lines and images over one pair of axes. */
import { escapeHtml } from '../code/html.ts';
import { key } from './curves.ts';
import { isoline } from './isolines.ts';
import {
  type Axes,
  axes,
  extent,
  fixed,
  HEIGHT,
  INSIDE,
  inside,
  picture,
  polyline,
  scale,
  short,
  WIDTH,
} from './svg.ts';
import type { Chart, ChartMark, Painter } from './types.ts';

/** Room for each text around the axes. */
const TEXT = 22;
/** How much of a bar's place it fills. */
const BAR = 0.8;

type Marks<Kind extends ChartMark['kind']> = Extract<ChartMark, { kind: Kind }>;

export const chartPainter: Painter<Chart> = {
  steps: () => 1,

  paint(drawing) {
    const { marks, xlabel } = drawing;
    const isDown = marks.some(({ kind }) => kind === 'image');
    const plot = axes({ x: spanOf(drawing, 'x'), y: spanOf(drawing, 'y') }, { ...drawing, isDown });
    const drawn = marks.map((mark, k) => paintMark(mark, plot, k % 6));
    const named = marks.flatMap(({ kind, label }, k) =>
      label ? [{ name: String(label), series: k, isDots: kind !== 'line' }] : [],
    );
    const points = marks.flatMap((mark) =>
      mark.kind === 'line' || mark.kind === 'points' ? placesOf(mark, plot) : [],
    );
    const legend = drawing.legend && named.length > 0 ? key(named, points) : '';
    const words = wordsOf(drawing);
    const [left, top] = [drawing.ylabel ? TEXT : 0, drawing.title ? TEXT : 0];
    const frame = drawing.axis === 'off' ? '' : plot.svg;
    const content = `<g transform="translate(${left} ${top})">${frame}${inside(drawn.join(''))}${legend}${texts(drawing)}</g>`;
    return { svg: picture(content, words, WIDTH + left, HEIGHT + top + (xlabel ? TEXT : 0)), words };
  },
};

function texts({ title, xlabel, ylabel }: Chart): string {
  const middle = [(INSIDE.left + INSIDE.right) / 2, (INSIDE.top + INSIDE.bottom) / 2];
  const text = (place: string, words: unknown): string =>
    words ? `<text ${place} text-anchor="middle">${escapeHtml(String(words))}</text>` : '';
  return [
    text(`class="plot-title" x="${middle[0]}" y="-8"`, title),
    text(`x="${middle[0]}" y="${HEIGHT + 12}"`, xlabel),
    text(`transform="translate(-8 ${middle[1]}) rotate(-90)"`, ylabel),
  ].join('');
}

function placesOf({ x, y }: { x: number[]; y: number[] }, plot: Axes): (readonly [number, number])[] {
  return x.map((at, n) => [plot.x(at), plot.y(y[n])] as const);
}

/** From the least to the greatest of what is drawn, with a little room; bars stand on zero. */
function spanOf({ marks, xlim, ylim, xscale, yscale }: Chart, along: 'x' | 'y'): [number, number] {
  const given = along === 'x' ? xlim : ylim;
  if (given) return [Number(given[0]), Number(given[1])];
  const isLog = (along === 'x' ? xscale : yscale) === 'log';
  const [low, high] = extent(marks.flatMap((mark) => reach(mark, along)).filter((at) => !isLog || at > 0));
  if (isLog) return low > 0 ? [low / 1.2, high * 1.2] : [0.1, 1];
  const isTight = marks.some(({ kind }) => kind === 'image' || kind === 'field');
  const onZero = along === 'y' && marks.some(({ kind }) => kind === 'bars');
  const room = isTight ? 0 : (high - low) * 0.05;
  return [onZero && low >= 0 ? 0 : low - room, high + room];
}

function reach(mark: ChartMark, along: 'x' | 'y'): number[] {
  switch (mark.kind) {
    case 'line':
    case 'points':
      return mark[along];
    case 'bars': {
      if (along === 'y') return [0, ...mark.y];
      return mark.x.flatMap((x, k) => [x - mark.widths[k] / 2, x + mark.widths[k] / 2]);
    }
    case 'level':
      return mark.along === along ? [mark.at] : [];
    case 'field':
      return mark[along];
    case 'image':
      return along === 'x' ? [-0.5, mark.columns - 0.5] : [-0.5, mark.rows - 0.5];
  }
}

function paintMark(mark: ChartMark, plot: Axes, series: number): string {
  switch (mark.kind) {
    case 'line':
      return `<path class="plot-line series-${series}" d="${polyline(placesOf(mark, plot))}"/>`;
    case 'points':
      return placesOf(mark, plot)
        .map(([x, y], n) =>
          Number.isFinite(x) && Number.isFinite(y)
            ? `<circle class="plot-dot ${groupOf(mark, n, series)}" cx="${fixed(x)}" cy="${fixed(y)}" r="3.5"/>`
            : '',
        )
        .join('');
    case 'bars':
      return `<path class="plot-bars series-${series}" d="${mark.x.map((_, k) => bar(mark, k, plot)).join('')}"/>`;
    case 'level':
      return mark.along === 'y'
        ? `<path class="plot-cursor" d="M${INSIDE.left} ${fixed(plot.y(mark.at))}H${INSIDE.right}"/>`
        : `<path class="plot-cursor" d="M${fixed(plot.x(mark.at))} ${INSIDE.top}V${INSIDE.bottom}"/>`;
    case 'field':
      return levelLines(mark, plot);
    case 'image':
      return image(mark, plot);
  }
}

/** Points of several colours are several groups. */
function groupOf({ groups }: Marks<'points'>, n: number, series: number): string {
  return groups ? `class-${Math.abs(Math.trunc(Number(groups[n]))) % 4 || 0}` : `series-${series}`;
}

function bar({ x, y, widths }: Marks<'bars'>, k: number, plot: Axes): string {
  const half = (widths[k] * BAR) / 2;
  const [left, right] = [plot.x(x[k] - half), plot.x(x[k] + half)];
  return `M${fixed(left)} ${fixed(plot.y(0))}V${fixed(plot.y(y[k]))}H${fixed(right)}V${fixed(plot.y(0))}z`;
}

function levelLines(mark: Marks<'field'>, plot: Axes): string {
  const { columns, rows, levels } = mark;
  const place = {
    x: scale([0, columns - 1], [plot.x(mark.x[0]), plot.x(mark.x[1])]),
    y: scale([0, rows - 1], [plot.y(mark.y[0]), plot.y(mark.y[1])]),
  };
  return levels
    .map(
      (level, k) =>
        `<path class="plot-level" style="--height:${((k + 1) / levels.length).toFixed(2)}" d="${isoline(mark, level, place)}"/>`,
    )
    .join('');
}

/** The larger a number the darker its square, from the least to the greatest. */
function image({ columns, rows, values }: Marks<'image'>, plot: Axes): string {
  const [low, high] = extent(values);
  const [width, height] = [Math.abs(plot.x(1) - plot.x(0)), Math.abs(plot.y(1) - plot.y(0))];
  return values
    .slice(0, columns * rows)
    .map((value, k) => {
      const [left, top] = [plot.x((k % columns) - 0.5), plot.y(Math.floor(k / columns) - 0.5)];
      const darkness = ((Number(value) - low) / (high - low) || 0).toFixed(2);
      return `<rect class="plot-pixel" fill-opacity="${darkness}" x="${fixed(left)}" y="${fixed(top)}" width="${fixed(width)}" height="${fixed(height)}"/>`;
    })
    .join('');
}

function wordsOf({ title, xlabel, ylabel, marks }: Chart): string {
  const what = marks.map((mark) => `${mark.label ? `${mark.label}: ` : ''}${wordsOfMark(mark)}`);
  const around = [xlabel && `along: ${xlabel}`, ylabel && `up: ${ylabel}`].filter(Boolean).join(', ');
  return `${title ? `${title}. ` : ''}${what.join('; ')}${around ? ` (${around})` : ''}.`;
}

function wordsOfMark(mark: ChartMark): string {
  switch (mark.kind) {
    case 'line':
      return `a line of ${mark.x.length} points, from ${short(mark.y[0])} to ${short(mark.y.at(-1) ?? Number.NaN)}`;
    case 'points':
      return `${mark.x.length} points`;
    case 'bars':
      return `${mark.x.length} bars, the highest ${short(mark.y.reduce((most, y) => Math.max(most, y), -Infinity))}`;
    case 'level':
      return `a straight line at ${short(mark.at)}`;
    case 'field':
      return 'level lines';
    case 'image':
      return `an image of ${Number(mark.rows)} × ${Number(mark.columns)}`;
  }
}
