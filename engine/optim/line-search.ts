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

/** A step along the direction that lowers the loss enough, and how often the loss was computed. */
export function strongWolfe(
  evaluate: (length: number) => Evaluation,
  start: Point,
  direction: Tensor,
  most: number,
): Point & { used: number } {
  const at = (length: number): Point => ({ length, ...evaluate(length) });
  const origin: Point = { ...start, length: 0 };
  const isTooHigh = (point: Point): boolean => point.loss > start.loss + armijo * point.length * start.slope;
  const isLevel = (point: Point): boolean => Math.abs(point.slope) <= -curvature * start.slope;
  let previous = origin;
  let point = at(start.length);
  let [used, round] = [1, 0];
  let bracket: Point[] | null = null;
  let isDone = false;
  while (round < most && !bracket) {
    if (isTooHigh(point) || (round > 1 && point.loss >= previous.loss)) bracket = [previous, point];
    else if (isLevel(point)) {
      bracket = [point];
      isDone = true;
    } else if (point.slope >= 0) bracket = [previous, point];
    else {
      const bounds = [point.length + 0.01 * (point.length - previous.length), point.length * 10] as const;
      const length = cubicMinimum(previous, point, bounds);
      previous = point;
      point = at(length);
      used++;
      round++;
    }
  }
  bracket ??= [origin, point];
  const width = Number(direction.abs().max().toTypedArray()[0]);
  let isStuck = false;
  let [low, high] = bracket[0].loss <= bracket[bracket.length - 1].loss ? [0, 1] : [1, 0];
  while (!isDone && round < most) {
    const [a, b] = bracket;
    if (Math.abs(b.length - a.length) * width < smallest) break;
    let length = cubicMinimum(a, b);
    const [left, right] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
    const margin = 0.1 * (right - left);
    // A place close to an end twice in a row, or beyond it, would not shorten the bracket.
    if (Math.min(right - length, length - left) < margin) {
      if (isStuck || length >= right || length <= left) {
        length = Math.abs(length - right) < Math.abs(length - left) ? right - margin : left + margin;
        isStuck = false;
      } else isStuck = true;
    } else isStuck = false;
    point = at(length);
    used++;
    round++;
    if (isTooHigh(point) || point.loss >= bracket[low].loss) {
      bracket[high] = point;
      [low, high] = bracket[0].loss <= bracket[1].loss ? [0, 1] : [1, 0];
    } else {
      if (isLevel(point)) isDone = true;
      else if (point.slope * (bracket[high].length - bracket[low].length) >= 0) bracket[high] = bracket[low];
      bracket[low] = point;
    }
  }
  return { ...bracket[bracket.length === 1 ? 0 : low], used };
}
