/**
 * The bell curve cut into 256 layers of equal area, as NumPy's Generator samples it. Source: G. Marsaglia and
 * W. W. Tsang, "The Ziggurat Method for Generating Random Variables" (2000).
 */

const layers = 256;
const steps = 2 ** 52;

/** Where the lowest layer ends and the tail begins. */
export const radius = 3.654152885361009;
const area = 0.004928673233974652;

const bell = (x: number): number => Math.exp(-0.5 * x * x);

/** How far to the right each layer reaches. The lowest, with the tail, counts as a rectangle of that area. */
const ends = new Float64Array(layers);
ends[0] = area / bell(radius);
ends[layers - 1] = radius;
for (let k = layers - 2; k > 0; k--) {
  ends[k] = Math.sqrt(-2 * Math.log(area / ends[k + 1] + bell(ends[k + 1])));
}

/** By how many of the last bit's units NumPy's widths differ from these, layer by layer, as its samples tell. */
const units = (
  '0 -285 -88 -69 -58 -53 -51 -44 -42 -20x2 -17 -14x4 -13x2 -11x4 -10 -11 -10 -9 -10 -8 -10 -11 -10 -11 ' +
  '-12x6 -11 -10 -8 -9 -10 -11 -10x3 -9 -10x3 -11 -5x9 -4x7 -5 -4 -3 -4x2 -3 -2 -3x10 -2x6 -1x4 -2 -3 ' +
  '-2x2 -3x6 -4x4 -5x3 -4 -3x3 -2x3 -1 -2 -1 0x5 -1x4 0 -1x4 0x14 1 2x4 3 4x16 5 6x4 5x2 4x5 3x2 2x3 3 ' +
  '1x10 0x14 -1x2 0x34 -1x3 0x3'
)
  .split(' ')
  .flatMap((run) => {
    const [unit, count = 1] = run.split('x').map(Number);
    return new Array<number>(count).fill(unit);
  });

/** The width of one of a layer's 2^52 steps. */
export const width = ends.map((end) => end / steps);
const bits = new BigInt64Array(width.buffer);
units.forEach((unit, k) => {
  bits[k] += BigInt(unit);
});

/** The curve's height where a layer ends. */
export const height = ends.map((end, k) => (k === 0 ? 1 : bell(end)));

/** How many of a layer's steps lie under the curve for sure: as far as the layer above reaches. */
export const inside = Array.from(ends, (end, k) => {
  if (k === 1) return 0n;
  return BigInt(Math.floor(((k === 0 ? radius : ends[k - 1]) / end) * steps));
});
