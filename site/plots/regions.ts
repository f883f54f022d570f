/** Which class a model sees where. Each class has marks of its own shape, and a line parts the regions: no colour is needed. */
import { areaAbove, isoline } from './isolines.ts';
import { axes, fixed, INSIDE, picture, scale } from './svg.ts';
import type { Field, Painter, Regions } from './types.ts';

/** A lead is kept as one character: this one is 0, and those at `SPAN` on either side are the furthest. */
const ZERO = 79;
const SPAN = 44;

/** Leads as characters; those beyond `furthest` are as far as can be told. */
export function encodeLeads(leads: ArrayLike<number>, furthest: number): string {
  return Array.from(leads, (lead) => {
    const part = Math.max(-1, Math.min(1, lead / furthest));
    return String.fromCharCode(ZERO + Math.round(part * SPAN));
  }).join('');
}

function decodeLeads(text: string): number[] {
  return Array.from(String(text), (character) => character.charCodeAt(0) - ZERO + 0.01);
}

export const regionsPainter: Painter<Regions> = {
  steps: ({ frames }) => Math.max(1, frames.length),

  paint(drawing, step) {
    const { columns, rows, points, frames } = drawing;
    const frame = frames[Math.min(step, frames.length - 1)];
    const { x, y, svg } = axes(drawing);
    const place = {
      x: scale([0, columns - 1], [INSIDE.left, INSIDE.right]),
      y: scale([0, rows - 1], [INSIDE.bottom, INSIDE.top]),
    };
    const fields = frame.leads.map((text): Field => ({ columns, rows, values: decodeLeads(text) }));
    // With two classes one field says it all: where the second does not lead, the first does.
    const [field] = fields;
    const all = fields.length > 1 ? fields : [{ ...field, values: field.values.map((lead) => -lead) }, field];
    const areas = all.map(
      (each, k) => `<path class="plot-area class-${k % 4}" d="${areaAbove(each, 0, place)}"/>`,
    );
    const edges = fields.map((field) => `<path class="plot-edge" d="${isoline(field, 0, place)}"/>`);
    const marks = points.map((point) => mark(Number(point.label), x(point.x), y(point.y)));
    const words = `Picture ${Number(frame.call)}: ${Number(frame.right)} of ${points.length} points are on the right side.`;
    return { svg: picture(svg + areas.join('') + edges.join('') + marks.join(''), words), words };
  },
};

/** Circle, square, triangle or diamond. */
function mark(label: number, x: number, y: number): string {
  const shapes = [
    `<circle r="3.6"/>`,
    `<path d="M-3.4 -3.4H3.4V3.4H-3.4Z"/>`,
    `<path d="M0 -4.4L4.2 3.4H-4.2Z"/>`,
    `<path d="M0 -4.8L4.8 0L0 4.8L-4.8 0Z"/>`,
  ];
  return `<g class="plot-mark class-${label % 4}" transform="translate(${fixed(x)} ${fixed(y)})">${shapes[label % 4]}</g>`;
}
