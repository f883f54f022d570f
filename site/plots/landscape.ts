/** A function of two numbers by its level lines, and the ways of optimisers over it. */
import { key } from './curves.ts';
import { isoline } from './isolines.ts';
import { axes, fixed, INSIDE, inside, picture, polyline, scale, short } from './svg.ts';
import type { Landscape, Painter } from './types.ts';

const LEVELS = 14;
/** Ways of more steps than this are drawn without a dot for each. */
const MOST_DOTS = 60;

export const landscapePainter: Painter<Landscape> = {
  steps: ({ paths }) => Math.max(1, ...paths.map(({ x }) => x.length)),

  paint(drawing, step) {
    const { columns, rows, paths } = drawing;
    const { x, y, svg } = axes(drawing);
    const place = {
      x: scale([0, columns - 1], [INSIDE.left, INSIDE.right]),
      y: scale([0, rows - 1], [INSIDE.bottom, INSIDE.top]),
    };
    const lines = levels(drawing.values).map(
      (level, k) =>
        `<path class="plot-level" style="--height:${((k + 1) / LEVELS).toFixed(2)}" d="${isoline(drawing, level, place)}"/>`,
    );
    const points = paths.map((path) => path.x.map((at, n) => [x(at), y(path.y[n])] as const));
    const ways = points.map((all, k) => {
      const way = all.slice(0, step + 1);
      const dots = way.map(([left, top], n) => {
        const isLast = n === way.length - 1;
        const shown = isLast || way.length <= MOST_DOTS;
        return shown
          ? `<circle class="plot-dot series-${k % 6}" cx="${fixed(left)}" cy="${fixed(top)}" r="${isLast ? 5 : 1.8}"/>`
          : '';
      });
      return `<path class="plot-line series-${k % 6}" d="${polyline(way)}"/>${dots.join('')}`;
    });
    const words =
      paths.length === 0
        ? 'Level lines: close together where it is steep.'
        : paths.map((path) => whereabouts(path, step)).join(' ');
    const content =
      svg + inside(lines.join('') + ways.join('')) + (paths.length > 1 ? key(paths, points.flat()) : '');
    return { svg: picture(content, words), words };
  },
};

/** Heights between which there is the same area: lines everywhere, however the function grows. */
function levels(values: readonly number[]): number[] {
  const sorted = [...values].filter(Number.isFinite).sort((a, b) => a - b);
  return Array.from({ length: LEVELS }, (_, k) => sorted[Math.floor((sorted.length * (k + 0.5)) / LEVELS)]);
}

function whereabouts({ name, x, y }: Landscape['paths'][number], step: number): string {
  const at = Math.min(step, x.length - 1);
  return `${name}: step ${at} of ${x.length - 1}, at (${short(x[at])}, ${short(y[at])}).`;
}
