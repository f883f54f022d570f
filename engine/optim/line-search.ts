/** The search along a direction for a step that satisfies the strong Wolfe conditions (Nocedal and Wright, 3.5). */

import type { Tensor } from '../core/tensor.ts';

export interface Evaluation {
  readonly loss: number;
  readonly gradient: Tensor;
  /** The gradient along the direction. */
  readonly slope: number;
}

interface Point extends Evaluation {
  readonly length: number;
}

const [armijo, curvature, smallest] = [1e-4, 0.9, 1e-9];

/** Where the cubic through two points and their slopes is lowest, within bounds. */
function cubicMinimum(a: Point, b: Point, bounds?: readonly [number, number]): number {
  const [low, high] = bounds ?? [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  const d1 = a.slope + b.slope - (3 * (a.loss - b.loss)) / (a.length - b.length);
  const square = d1 ** 2 - a.slope * b.slope;
  if (!(square >= 0)) return (low + high) / 2;
  const d2 = Math.sqrt(square);
  const [from, to] = a.length <= b.length ? [a, b] : [b, a];
  const place =
    to.length - (to.length - from.length) * ((to.slope + d2 - d1) / (to.slope - from.slope + 2 * d2));
  return Math.min(Math.max(place, low), high);
}

/** What makes a step good enough, and the points that are asked on the way. */
interface Conditions {
  readonly at: (length: number) => Point;
  /** The loss falls by too little for so long a step. */
  readonly isTooHigh: (point: Point) => boolean;
  /** The slope is nearly gone. */
  readonly isLevel: (point: Point) => boolean;
}

/** Points found, and how often the loss was computed. */
interface Found {
  readonly points: readonly Point[];
  readonly used: number;
}

/** Two points with a good one between them, or a good one alone: ever longer steps are tried. */
function bracketed(origin: Point, first: Point, most: number, conditions: Conditions): Found {
  const { at, isTooHigh, isLevel } = conditions;
  let [previous, point, used] = [origin, first, 1];
  for (; used <= most; used++) {
    if (isTooHigh(point) || (used > 2 && point.loss >= previous.loss))
      return { points: [previous, point], used };
    if (isLevel(point)) return { points: [point], used };
    if (point.slope >= 0) return { points: [previous, point], used };
    const bounds = [point.length + 0.01 * (point.length - previous.length), point.length * 10] as const;
    [previous, point] = [point, at(cubicMinimum(previous, point, bounds))];
  }
  return { points: [origin, point], used };
}

/** The best point between two, which are moved towards each other; `width` is what a step of 1 changes at most. */
function narrowed(
  points: readonly Point[],
  evaluations: number,
  most: number,
  width: number,
  { at, isTooHigh, isLevel }: Conditions,
): Point & { used: number } {
  const bracket = [...points];
  let used = evaluations;
  let [isDone, isStuck] = [false, false];
  let [low, high] = bracket[0].loss <= bracket[1].loss ? [0, 1] : [1, 0];
  while (!isDone && used <= most) {
    const [a, b] = bracket;
    if (Math.abs(b.length - a.length) * width < smallest) break;
    let length = cubicMinimum(a, b);
    const [left, right] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
    const margin = 0.1 * (right - left);
    const isAtEnd = Math.min(right - length, length - left) < margin;
    // A place close to an end twice in a row, or beyond it, would not shorten the bracket.
    const isUseless = isAtEnd && (isStuck || length >= right || length <= left);
    if (isUseless) {
      length = Math.abs(length - right) < Math.abs(length - left) ? right - margin : left + margin;
    }
    isStuck = isAtEnd && !isUseless;
    const point = at(length);
    used++;
    if (isTooHigh(point) || point.loss >= bracket[low].loss) {
      bracket[high] = point;
      [low, high] = bracket[0].loss <= bracket[1].loss ? [0, 1] : [1, 0];
    } else {
      if (isLevel(point)) isDone = true;
      else if (point.slope * (bracket[high].length - bracket[low].length) >= 0) bracket[high] = bracket[low];
      bracket[low] = point;
    }
  }
  return { ...bracket[low], used };
}

/** A step along the direction that lowers the loss enough, and how often the loss was computed. */
export function strongWolfe(
  evaluate: (length: number) => Evaluation,
  start: Point,
  direction: Tensor,
  most: number,
): Point & { used: number } {
  const conditions: Conditions = {
    at: (length) => ({ length, ...evaluate(length) }),
    isTooHigh: (point) => point.loss > start.loss + armijo * point.length * start.slope,
    isLevel: (point) => Math.abs(point.slope) <= -curvature * start.slope,
  };
  const origin = { ...start, length: 0 };
  const { points, used } = bracketed(origin, conditions.at(start.length), most, conditions);
  if (points.length === 1) return { ...points[0], used };
  const width = Number(direction.abs().max().toTypedArray()[0]);
  return narrowed(points, used, most, width, conditions);
}
