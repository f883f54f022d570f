/**
 * An all-reduce in a ring: a column for each rank, a row for each piece, and in each place whose numbers are summed up
 * there. Arrows show what the last step sent.
 */
import { fixed, picture, WIDTH } from './svg.ts';
import type { Painter, Ring } from './types.ts';

const LEFT = 58;
const TOP = 30;
const ROW = 40;
const BOX = { width: 0.62, height: 26 };
const MOST_RANKS = 8;

/** What a step sends: piece `piece` from rank `from` to the one after it. */
interface Sent {
  piece: number;
  from: number;
  to: number;
}

export const ringPainter: Painter<Ring> = {
  steps: (drawing) => 2 * (ranksOf(drawing) - 1) + 1,

  paint(drawing, step) {
    const ranks = ranksOf(drawing);
    const column = (WIDTH - LEFT) / ranks;
    const middle = (rank: number) => LEFT + (rank + 0.5) * column;
    const height = (piece: number) => TOP + (piece + 0.5) * ROW;
    const half = (BOX.width * column) / 2;
    const held = holdings(ranks, step);
    const sent = step === 0 ? [] : sendings(ranks, step - 1);

    const heads = held.map((_, rank) => text(middle(rank), 18, `rank ${rank}`));
    const names = held.map((_, piece) => text(26, height(piece) + 4, `piece ${piece}`));
    const boxes = held.flatMap((pieces, rank) =>
      pieces.map((from, piece) => {
        const whole = from.length === ranks ? ' whole' : '';
        const rect = `<rect class="ring-piece${whole}" x="${fixed(middle(rank) - half)}" y="${fixed(height(piece) - BOX.height / 2)}" width="${fixed(2 * half)}" height="${BOX.height}" rx="4"/>`;
        return rect + text(middle(rank), height(piece) + 4, from.length === ranks ? 'all' : from.join('+'));
      }),
    );
    const arrows = sent.map(({ piece, from, to }) => {
      const y = fixed(height(piece));
      const end = middle(to) - half - 2;
      // The last rank's neighbour is the first: its arrow leaves the picture on the right and comes in on the left.
      const starts =
        to > from
          ? [[middle(from) + half + 1, end]]
          : [
              [middle(from) + half + 1, WIDTH - 2],
              [LEFT - 6, end],
            ];
      return starts.map(([start, stop]) => arrow(fixed(start), fixed(stop), y)).join('');
    });
    const words = wordsFor(ranks, step, held, sent);
    const content = [...heads, ...names, ...boxes, ...arrows].join('');
    return { svg: picture(content, words, WIDTH, TOP + ranks * ROW + 6), words };
  },
};

function ranksOf({ ranks }: Ring): number {
  return Math.max(2, Math.min(MOST_RANKS, Math.floor(Number(ranks)) || 2));
}

/** Steps from 0: first those of reduce-scatter, then those of all-gather. */
function sendings(ranks: number, step: number): Sent[] {
  const first = step < ranks - 1 ? -1 - step : ranks - 1 - step;
  return Array.from({ length: ranks }, (_, from) => ({
    piece: (from + first + 2 * ranks) % ranks,
    from,
    to: (from + 1) % ranks,
  }));
}

/** For each rank and piece, the ranks that are summed up in it after so many steps. */
function holdings(ranks: number, steps: number): number[][][] {
  let held = Array.from({ length: ranks }, (_, rank) => Array.from({ length: ranks }, () => [rank]));
  for (let step = 0; step < steps; step++) {
    const before = held;
    held = before.map((pieces) => [...pieces]);
    for (const { piece, from, to } of sendings(ranks, step)) {
      const joined = new Set([...before[to][piece], ...before[from][piece]]);
      held[to][piece] = [...joined].sort((a, b) => a - b);
    }
  }
  return held;
}

function wordsFor(ranks: number, step: number, held: number[][][], sent: Sent[]): string {
  if (step === 0) return `Before the first step every piece of a rank is its own, of ${ranks} ranks.`;
  const isFirstHalf = step < ranks;
  const name = isFirstHalf
    ? `Reduce-scatter, step ${step} of ${ranks - 1}`
    : `All-gather, step ${step - ranks + 1} of ${ranks - 1}`;
  const moves = sent.map(({ piece, from, to }) => {
    const now = held[to][piece];
    const sum = now.length === ranks ? 'the sum of all' : now.join(' + ');
    return isFirstHalf
      ? `rank ${to} adds piece ${piece} from rank ${from} and has ${sum}`
      : `rank ${to} gets piece ${piece} from rank ${from}`;
  });
  return `${name}: ${moves.join('; ')}.`;
}

function text(x: number, y: number, content: string): string {
  return `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="middle">${content}</text>`;
}

function arrow(start: string, end: string, y: string): string {
  return `<path class="ring-arrow" d="M${start} ${y}H${end}m-5 -4l5 4l-5 4"/>`;
}
