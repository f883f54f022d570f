/** Any drawing as HTML: the same when the site is built and in the page. */
import { escapeHtml } from '../code/html.ts';
import { chartPainter } from './chart.ts';
import { curvesPainter } from './curves.ts';
import { graphPainter } from './graph.ts';
import { imagesPainter } from './images.ts';
import { landscapePainter } from './landscape.ts';
import { regionsPainter } from './regions.ts';
import { ringPainter } from './ring.ts';
import type { Drawing, Drawn, Painter } from './types.ts';

const PAINTERS: { [Kind in Drawing['kind']]: Painter<Extract<Drawing, { kind: Kind }>> } = {
  chart: chartPainter,
  curves: curvesPainter,
  graph: graphPainter,
  images: imagesPainter,
  landscape: landscapePainter,
  regions: regionsPainter,
  ring: ringPainter,
};

function painterOf(drawing: Drawing): Painter<Drawing> {
  const painter = PAINTERS[drawing.kind];
  if (!painter) throw new Error(`there is no drawing of kind '${drawing.kind}'`);
  return painter as Painter<Drawing>;
}

export function stepsOf(drawing: Drawing): number {
  return painterOf(drawing).steps(drawing);
}

export function paint(drawing: Drawing, step: number): Drawn {
  return painterOf(drawing).paint(drawing, step);
}

/** Works out what drawing needs beforehand: the layout of a graph, by a library that is loaded for it alone. */
export async function prepare(drawing: Drawing): Promise<Drawing> {
  if (drawing.kind !== 'graph' || drawing.layout) return drawing;
  const { layOut } = await import('./layout.ts');
  return { ...drawing, layout: layOut(drawing) };
}

/** The inside of an `<hg-plot>`, at its last step. */
export function plotHtml(drawing: Drawing): string {
  const last = stepsOf(drawing) - 1;
  const { svg, words } = paint(drawing, last);
  const controls =
    last === 0
      ? ''
      : `<div class="plot-controls">
<button type="button" data-do="back" aria-label="One step back">‹</button>
<button type="button" data-do="play" aria-label="Play">▶</button>
<button type="button" data-do="forth" aria-label="One step forth">›</button>
<input type="range" min="0" max="${last}" value="${last}" aria-label="Step">
</div>`;
  return `<div class="plot-picture">${svg}</div>${controls}<p class="plot-words">${escapeHtml(words)}</p>`;
}
