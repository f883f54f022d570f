/** Matrices as images: the larger a number the darker its square; what is below zero is round. No colour is needed. */
import { escapeHtml } from '../code/html.ts';
import { fixed, picture, short, WIDTH } from './svg.ts';
import type { Images, Painter } from './types.ts';

/** A pixel is kept as one character: this one is 0, and `LEVELS` above or below it are the greatest sizes. */
const ZERO = 79;
const LEVELS = 16;

const GAP = 10;
const LABEL = 16;
const WIDEST_PIXEL = 14;

/** Pixels as characters; `greatest` is the size of the darkest. */
export function encodePixels(values: ArrayLike<number>, greatest: number): string {
  return Array.from(values, (value) => {
    const part = Math.max(-1, Math.min(1, value / greatest || 0));
    return String.fromCharCode(ZERO + Math.round(part * LEVELS));
  }).join('');
}

export const imagesPainter: Painter<Images> = {
  steps: ({ frames }) => Math.max(1, frames.length),

  paint(drawing, step) {
    const { name, columns, rows, labels, frames } = drawing;
    const frame = frames[Math.min(step, frames.length - 1)];
    const count = frame.images.length;
    const perRow = Math.ceil(count / Math.ceil(count / mostInRow(columns)));
    const pixel = Math.min(WIDEST_PIXEL, (WIDTH - GAP * (perRow + 1)) / (perRow * columns));
    const [width, height] = [columns * pixel, rows * pixel];
    const margin = (WIDTH - perRow * (width + GAP) + GAP) / 2;
    const below = labels.length > 0 ? LABEL : 0;
    const content = frame.images.map((text, at) => {
      const left = margin + (at % perRow) * (width + GAP);
      const top = GAP + Math.floor(at / perRow) * (height + below + GAP);
      const frameBox = `<rect class="plot-frame" width="${fixed(width)}" height="${fixed(height)}"/>`;
      const label =
        labels[at] === undefined
          ? ''
          : `<text x="${fixed(width / 2)}" y="${fixed(height + 13)}" text-anchor="middle">${escapeHtml(labels[at])}</text>`;
      return `<g transform="translate(${fixed(left)} ${fixed(top)})">${frameBox}${pixels(text, columns, pixel)}${label}</g>`;
    });
    const total = GAP + Math.ceil(count / perRow) * (height + below + GAP);
    const many = count === 1 ? 'one image' : `${count} images`;
    const when = frames.length > 1 ? `, after call ${Number(frame.call)}` : '';
    const words = `${name}: ${many} of ${rows} × ${columns}${when}, numbers from ${short(frame.low)} to ${short(frame.high)}.`;
    return { svg: picture(content.join(''), words, WIDTH, total), words };
  },
};

/** So many that a pixel is not drawn smaller than it can be seen. */
function mostInRow(columns: number): number {
  return Math.max(1, Math.floor(WIDTH / (Math.max(columns * 3, 34) + GAP)));
}

/** The pixels of one darkness as one path: squares, or round where negative. */
function pixels(text: string, columns: number, size: number): string {
  const places = new Map<number, number[]>();
  for (const [at, character] of [...String(text)].entries()) {
    const level = character.charCodeAt(0) - ZERO;
    const known = places.get(level);
    if (known) known.push(at);
    else if (level !== 0) places.set(level, [at]);
  }
  return [...places]
    .map(([level, all]) => {
      const darkness = (Math.abs(level) / LEVELS).toFixed(2);
      const path = all.map((at) => {
        const [x, y] = [(at % columns) * size, Math.floor(at / columns) * size];
        return level > 0 ? square(x, y, size) : disc(x, y, size);
      });
      return `<path class="plot-pixel ${level > 0 ? '' : 'below'}" fill-opacity="${darkness}" d="${path.join('')}"/>`;
    })
    .join('');
}

function square(x: number, y: number, size: number): string {
  return `M${fixed(x)} ${fixed(y)}h${fixed(size)}v${fixed(size)}h${fixed(-size)}z`;
}

function disc(x: number, y: number, size: number): string {
  const radius = fixed(size * 0.42);
  const around = `a${radius} ${radius} 0 1 0`;
  return `M${fixed(x + size * 0.08)} ${fixed(y + size / 2)}${around} ${fixed(size * 0.84)} 0${around} ${fixed(-size * 0.84)} 0z`;
}
