/** Lines over steps. Each has its own dashes and its name in the key, so that no colour is needed to tell them apart. */
import { escapeHtml } from '../code/html.ts';
import { axes, extent, fixed, INSIDE, picture, polyline, short } from './svg.ts';
import type { Curves, Painter } from './types.ts';

export const curvesPainter: Painter<Curves> = {
  steps: ({ curves }) => Math.max(1, ...curves.map(({ x }) => x.length)),

  paint(drawing, step) {
    const { curves } = drawing;
    const { x, y, svg } = axes({
      x: extent(curves.flatMap((curve) => curve.x)),
      y: extent(curves.flatMap((curve) => curve.y)),
    });
    const points = curves.map((curve) => curve.x.map((at, n) => [x(at), y(curve.y[n])] as const));
    const lines = points.map((line, k) => `<path class="plot-line series-${k % 6}" d="${polyline(line)}"/>`);
    const isLast = step >= curvesPainter.steps(drawing) - 1;
    const marks = curves.map((curve, k) => {
      const n = Math.min(step, curve.x.length - 1);
      if (n < 0 || !Number.isFinite(curve.y[n])) return '';
      return `<circle class="plot-dot series-${k % 6}" cx="${fixed(x(curve.x[n]))}" cy="${fixed(y(curve.y[n]))}" r="4"/>`;
    });
    const [longest] = [...curves].sort((a, b) => b.x.length - a.x.length);
    const at = longest?.x[Math.min(step, longest.x.length - 1)] ?? 0;
    const cursor = isLast
      ? ''
      : `<path class="plot-cursor" d="M${fixed(x(at))} ${INSIDE.top}V${INSIDE.bottom}"/>`;
    const words = isLast
      ? summary(drawing)
      : `At ${short(at)}: ${curves.map((curve) => reading(curve, step)).join(', ')}.`;
    return {
      svg: picture(svg + cursor + lines.join('') + marks.join('') + key(curves, points.flat()), words),
      words,
    };
  },
};

function reading({ name, y }: Curves['curves'][number], step: number): string {
  return `${name} ${short(y[Math.min(step, y.length - 1)])}`;
}

function summary({ curves }: Curves): string {
  return curves
    .map(({ name, y }) =>
      y.length < 2
        ? `${name} begins at ${short(y[0])}.`
        : `${name} goes from ${short(y[0])} to ${short(y.at(-1)!)}.`,
    )
    .join(' ');
}

/** Names beside samples of the lines, in the corner where the fewest of `points` lie. */
export function key(
  series: readonly { name: string; series?: number; isDots?: boolean }[],
  points: readonly (readonly [number, number])[],
): string {
  const width = Math.max(...series.map(({ name }) => String(name).length)) * 7.8 + 46;
  const height = series.length * 17 + 10;
  const corners = [INSIDE.right - width, INSIDE.left + 2].flatMap((left) =>
    [INSIDE.top + 1, INSIDE.bottom - height - 2].map((top) => ({ left, top })),
  );
  const hidden = corners.map(
    ({ left, top }) =>
      points.filter(([x, y]) => x > left && x < left + width && y > top && y < top + height).length,
  );
  const { left, top } = corners[hidden.indexOf(Math.min(...hidden))];
  const rows = series.map(({ name, series: own, isDots }, k) => {
    const y = fixed(top + 13 + k * 17);
    const look = `series-${(own ?? k) % 6}`;
    const sample = isDots
      ? `<circle class="plot-dot ${look}" cx="${fixed(left + 20)}" cy="${y}" r="4"/>`
      : `<path class="plot-line ${look}" d="M${fixed(left + 8)} ${y}h24"/>`;
    return `${sample}<text x="${fixed(left + 38)}" y="${y}" dy="0.32em">${escapeHtml(String(name))}</text>`;
  });
  return `<g class="plot-key"><rect x="${fixed(left)}" y="${fixed(top)}" width="${fixed(width)}" height="${height}" rx="5"/>${rows.join('')}</g>`;
}
