/**
 * The bell curve cut into 256 layers of equal area, as NumPy's Generator samples it. NumPy's own table differs from
 * this one in the last bit here and there. Source: G. Marsaglia and W. W. Tsang, "The Ziggurat Method for Generating
 * Random Variables" (2000).
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

/** The width of one of a layer's 2^52 steps. */
export const width = ends.map((end) => end / steps);

/** The curve's height where a layer ends. */
export const height = ends.map((end, k) => (k === 0 ? 1 : bell(end)));

/** How many of a layer's steps lie under the curve for sure: as far as the layer above reaches. */
export const inside = Array.from(ends, (end, k) => {
  if (k === 1) return 0n;
  return BigInt(Math.floor(((k === 0 ? radius : ends[k - 1]) / end) * steps));
});
