/** What is measured: each row's inputs. How each library computes a row stands in libraries/. */

export interface Row {
  readonly name: string;
  readonly title: string;
  /** Shapes of the inputs, which hold random numbers from -1 to 1; `labels` holds classes from 0 to 9. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
}

const square = (size: number): { a: number[]; b: number[] } => ({ a: [size, size], b: [size, size] });

export const rows: readonly Row[] = [
  { name: 'matmul-256', title: 'matmul 256²', inputs: square(256) },
  { name: 'matmul-512', title: 'matmul 512²', inputs: square(512) },
  { name: 'matmul-1024', title: 'matmul 1024²', inputs: square(1024) },
  { name: 'matmul-grad-512', title: 'matmul 512² and both gradients', inputs: square(512) },
  { name: 'chain', title: 'chain of 7 pointwise on 1M', inputs: { a: [1024, 1024] } },
  { name: 'arithmetic', title: 'chain of 6, no transcendental, on 1M', inputs: { a: [1024, 1024] } },
  { name: 'add', title: 'one addition on 1M', inputs: square(1024) },
  { name: 'softmax', title: 'softmax of 1024² rows', inputs: { a: [1024, 1024] } },
  {
    name: 'layer-norm',
    title: 'layer norm of 1024² rows',
    inputs: { a: [1024, 1024], weight: [1024], bias: [1024] },
  },
  { name: 'sum-0', title: 'sum over axis 0 of 2048²', inputs: { a: [2048, 2048] } },
  { name: 'sum-1', title: 'sum over axis 1 of 2048²', inputs: { a: [2048, 2048] } },
  { name: 'transpose-add', title: 'transpose, then add, 1024²', inputs: square(1024) },
  {
    name: 'conv2d',
    title: 'conv2d 8×16×32×32, 32 filters 3×3',
    inputs: { a: [8, 16, 32, 32], b: [32, 16, 3, 3] },
  },
  { name: 'tiny-16', title: '500 dependent additions of 16', inputs: { a: [16], b: [16] } },
  { name: 'tiny-4096', title: '500 dependent additions of 4096', inputs: { a: [4096], b: [4096] } },
  {
    name: 'mlp',
    title: 'training step, MLP 784-128-10, batch 64',
    inputs: { x: [64, 784], labels: [64], w1: [784, 128], b1: [128], w2: [128, 10], b2: [10] },
  },
  {
    name: 'convnet',
    title: 'training step, small conv net, batch 16',
    inputs: {
      x: [16, 1, 28, 28],
      labels: [16],
      k1: [8, 1, 3, 3],
      k2: [16, 8, 3, 3],
      w: [16 * 7 * 7, 10],
      b: [10],
    },
  },
];

/** Rows that have a page of their own for each library. */
export const pageRows = { cold: 'cold start to the first number', bytes: 'JavaScript, gzipped' } as const;

export interface Input {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The same numbers for every library. */
export function inputsOf(row: Row): Record<string, Input> {
  let state = 12345;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Object.fromEntries(
    Object.entries(row.inputs).map(([name, shape]) => {
      const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
      // Weights small enough for losses that a wrong gradient would change visibly.
      const scale = name === 'x' || name.length === 1 ? 1 : 0.1;
      for (let k = 0; k < values.length; k++)
        values[k] = name === 'labels' ? Math.floor(next() * 10) : (next() * 2 - 1) * scale;
      return [name, { shape, values }];
    }),
  );
}
