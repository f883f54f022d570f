/** Lines and areas of equal height over a grid of numbers: marching squares. */
import { fixed, type Scale } from './svg.ts';
import type { Field } from './types.ts';

type Point = readonly [number, number];

/** The four corners of a square, in turn. */
const CORNERS: readonly Point[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

/** Where a grid's columns and rows lie in the picture. */
export interface Placed {
  x: Scale;
  y: Scale;
}

/** The path of the line at `level`. */
export function isoline(field: Field, level: number, place: Placed): string {
  const lines = new Set<string[]>();
  const byEnd = new Map<string, string[]>();
  for (const { crossings } of squares(field, level)) {
    const points = crossings.map(([x, y]) => `${fixed(place.x(x))} ${fixed(place.y(y))}`);
    for (let k = 0; k + 1 < points.length; k += 2) {
      let line = [points[k], points[k + 1]];
      for (const end of points.slice(k, k + 2)) {
        const other = byEnd.get(end);
        if (!other) continue;
        for (const one of [other[0], other[other.length - 1]]) byEnd.delete(one);
        lines.delete(other);
        line = joined(line, other, end);
      }
      lines.add(line);
      if (line[0] !== line[line.length - 1])
        for (const one of [line[0], line[line.length - 1]]) byEnd.set(one, line);
    }
  }
  return [...lines].map((line) => `M${line.join('L')}`).join('');
}

/** Two lines that both begin or end at a point, as one. */
function joined(line: string[], other: string[], point: string): string[] {
  const before = line[line.length - 1] === point ? line : line.toReversed();
  const after = other[0] === point ? other : other.toReversed();
  return [...before, ...after.slice(1)];
}

/** The path of the area above `level`. */
export function areaAbove(field: Field, level: number, place: Placed): string {
  let path = '';
  let run = 0; // squares in a row that lie above the level as a whole, drawn as one
  for (const { column, row, inside } of squares(field, level)) {
    const isWhole =
      inside.length === 4 && inside.every(([x, y]) => Number.isInteger(x) && Number.isInteger(y));
    if (isWhole) run++;
    const ends = !isWhole || column === field.columns - 2;
    if (run > 0 && ends) {
      const last = isWhole ? column + 1 : column;
      path += shape(
        [
          [last - run, row],
          [last, row],
          [last, row + 1],
          [last - run, row + 1],
        ],
        place,
      );
      run = 0;
    }
    if (!isWhole && inside.length > 2) path += shape(inside, place);
  }
  return path;
}

function shape(points: readonly Point[], { x, y }: Placed): string {
  return `M${points.map(([column, row]) => `${fixed(x(column))} ${fixed(y(row))}`).join('L')}Z`;
}

interface Square {
  column: number;
  row: number;
  /** Where the level crosses the square's sides. */
  crossings: Point[];
  /** The outline of the part above the level. */
  inside: Point[];
}

function* squares({ columns, rows, values }: Field, level: number): Generator<Square> {
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const crossings: Point[] = [];
      const inside: Point[] = [];
      CORNERS.forEach(([right, up], k) => {
        const [nextRight, nextUp] = CORNERS[(k + 1) % 4];
        const here = values[(row + up) * columns + column + right] - level;
        const next = values[(row + nextUp) * columns + column + nextRight] - level;
        if (here > 0) inside.push([column + right, row + up]);
        if (here > 0 === next > 0) return;
        const part = here / (here - next);
        const crossing: Point = [
          column + right + (nextRight - right) * part,
          row + up + (nextUp - up) * part,
        ];
        crossings.push(crossing);
        inside.push(crossing);
      });
      yield { column, row, crossings, inside };
    }
  }
}
