/**
 * Tensors against a plain reference: arrays of doubles in row-major order, copied at every step. Random shapes,
 * views of views, broadcasting and writes through views must give the same numbers.
 */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numelOf } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import * as torch from '../index.ts';

/** An array of any rank, read by a function of the index. */
class Plain {
  readonly sizes: readonly number[];
  readonly values: readonly number[];

  constructor(sizes: readonly number[], at: (index: readonly number[]) => number) {
    this.sizes = sizes;
    const values: number[] = [];
    const visit = (index: number[]): void => {
      if (index.length === sizes.length) values.push(at(index));
      else for (let k = 0; k < sizes[index.length]; k++) visit([...index, k]);
    };
    visit([]);
    this.values = values;
  }

  at(index: readonly number[]): number {
    return this.values[index.reduce((flat, k, dim) => flat * this.sizes[dim] + k, 0)];
  }

  /** Read as a larger shape: dimensions of size 1 repeat. */
  broadcastAt(index: readonly number[]): number {
    const own = index.slice(index.length - this.sizes.length);
    return this.at(own.map((k, dim) => (this.sizes[dim] === 1 ? 0 : k)));
  }
}

interface Pair {
  readonly tensor: Tensor;
  readonly plain: Plain;
}

type Step = (pair: Pair, a: number, b: number) => Pair;

const without = (index: readonly number[], dim: number, k: number): number[] => [
  ...index.slice(0, dim),
  k,
  ...index.slice(dim),
];

/** Views: the tensor's memory stays shared, the reference is copied. */
const views: readonly Step[] = [
  ({ tensor, plain }, a, b) => {
    const [i, j] = [a % tensor.ndim, b % tensor.ndim];
    const swap = (list: readonly number[]): number[] =>
      list.map((item, dim) => (dim === i ? list[j] : dim === j ? list[i] : item));
    return {
      tensor: tensor.transpose(i, j),
      plain: new Plain(swap(plain.sizes), (at) => plain.at(swap(at))),
    };
  },
  ({ tensor, plain }, a, b) => {
    const dim = a % tensor.ndim;
    const start = b % tensor.sizes[dim];
    const sizes = plain.sizes.map((size, own) => (own === dim ? Math.ceil((size - start) / 2) : size));
    const from = (at: readonly number[]): number[] => at.map((k, own) => (own === dim ? start + 2 * k : k));
    return { tensor: tensor.slice(dim, start, null, 2), plain: new Plain(sizes, (at) => plain.at(from(at))) };
  },
  ({ tensor, plain }, a) => {
    const dim = a % (tensor.ndim + 1);
    const sizes = without(plain.sizes, dim, 1);
    return {
      tensor: tensor.unsqueeze(dim),
      plain: new Plain(sizes, (at) => plain.at(at.filter((_, own) => own !== dim))),
    };
  },
  ({ tensor, plain }, a, b) => {
    if (tensor.ndim < 2) return { tensor, plain };
    const dim = a % tensor.ndim;
    const k = b % tensor.sizes[dim];
    const sizes = plain.sizes.filter((_, own) => own !== dim);
    return { tensor: tensor.select(dim, k), plain: new Plain(sizes, (at) => plain.at(without(at, dim, k))) };
  },
];

/** Computations, on whatever strides the views have left. */
const computations: readonly Step[] = [
  ({ tensor, plain }) => ({
    tensor: tensor.mul(2).add(1),
    plain: new Plain(plain.sizes, (at) => 2 * plain.at(at) + 1),
  }),
  ({ tensor, plain }, a) => {
    // Added to a part of itself that broadcasts against it.
    const dim = a % tensor.ndim;
    const sizes = plain.sizes.map((size, own) => (own === dim ? 1 : size));
    const part = new Plain(sizes, (at) => plain.at(at));
    return {
      tensor: tensor.add(tensor.narrow(dim, 0, 1)),
      plain: new Plain(plain.sizes, (at) => plain.at(at) + part.broadcastAt(at)),
    };
  },
  ({ tensor, plain }, a) => {
    const dim = a % tensor.ndim;
    const sizes = plain.sizes.map((size, own) => (own === dim ? 1 : size));
    const sum = (at: readonly number[]): number => {
      let total = 0;
      for (let k = 0; k < plain.sizes[dim]; k++) total += plain.at(at.map((i, own) => (own === dim ? k : i)));
      return total;
    };
    return { tensor: tensor.sum(dim, { keepdim: true }), plain: new Plain(sizes, sum) };
  },
  ({ tensor, plain }, a, b) => {
    const dim = a % tensor.ndim;
    const picked = [b % tensor.sizes[dim], 0];
    const sizes = plain.sizes.map((size, own) => (own === dim ? 2 : size));
    const index = plain.sizes.map((_, own) => (own === dim ? picked : ':'));
    return {
      tensor: tensor.index(...index),
      plain: new Plain(sizes, (at) => plain.at(at.map((k, own) => (own === dim ? picked[k] : k)))),
    };
  },
  ({ tensor, plain }) => ({
    tensor: tensor.reshape(-1),
    plain: new Plain([numelOf(plain.sizes)], ([k]) => plain.values[k]),
  }),
  ({ tensor, plain }, _a, b) => {
    const count = (b % 3) + 1;
    const inner = plain.sizes[plain.sizes.length - 1];
    const right = torch.arange(inner * count, { dtype: torch.float64 }).view(inner, count);
    if (tensor.ndim < 2) return { tensor, plain };
    const product = (at: readonly number[]): number => {
      let total = 0;
      for (let k = 0; k < inner; k++)
        total += plain.at([...at.slice(0, -1), k]) * (k * count + at[at.length - 1]);
      return total;
    };
    return { tensor: tensor.matmul(right), plain: new Plain([...plain.sizes.slice(0, -1), count], product) };
  },
];

function start(sizes: readonly number[]): Pair {
  const tensor = torch.arange(numelOf(sizes), { dtype: torch.float64 }).view(sizes as number[]);
  let next = 0;
  return { tensor, plain: new Plain(sizes, () => next++) };
}

const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
const choices = (steps: readonly Step[], maxLength: number) =>
  fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat(20), fc.nat(20)), { maxLength });

async function expectSame({ tensor, plain }: Pair): Promise<void> {
  expect([...tensor.shape]).toEqual([...plain.sizes]);
  const values = (await tensor.reshape(-1).tolist()) as number[];
  const scale = Math.max(1, ...plain.values.map(Math.abs));
  values.forEach((value, k) => {
    expect(Math.abs(value - plain.values[k]) / scale).toBeLessThan(1e-12);
  });
}

test('any views and computations give what plain arrays give', async () => {
  await fc.assert(
    fc.asyncProperty(shapes, choices([...views, ...computations], 6), async (sizes, steps) => {
      await expectSame(steps.reduce((pair, [step, a, b]) => step(pair, a, b), start(sizes)));
    }),
    { numRuns: 300 },
  );
});

test('a write through a view of a view is seen in the base, at the same elements and no others', async () => {
  await fc.assert(
    fc.asyncProperty(shapes, choices(views, 5), async (sizes, steps) => {
      const base = start(sizes);
      const view = steps.reduce((pair, [step, a, b]) => step(pair, a, b), base);
      // The values are their own positions: what the view reads is what the write must reach.
      const written = new Set(view.plain.values);
      view.tensor.neg_().sub_(1);
      const expected = new Plain(sizes, (at) => {
        const value = base.plain.at(at);
        return written.has(value) ? -value - 1 : value;
      });
      await expectSame({ tensor: base.tensor, plain: expected });
    }),
    { numRuns: 200 },
  );
});

test('the gradient of a broadcast sum is how often each element was read', async () => {
  await fc.assert(
    fc.asyncProperty(
      shapes,
      choices(views, 4),
      fc.integer({ min: 1, max: 3 }),
      async (sizes, steps, times) => {
        const { tensor, plain } = start(sizes);
        const leaf = tensor.clone().requires_grad_();
        const view = steps.reduce((pair, [step, a, b]) => step(pair, a, b), {
          tensor: leaf as Tensor,
          plain,
        });
        view.tensor
          .unsqueeze(0)
          .expand(times, ...view.tensor.shape)
          .sum()
          .backward();
        const read = new Set(view.plain.values);
        const expected = new Plain(sizes, (at) => (read.has(plain.at(at)) ? times : 0));
        await expectSame({ tensor: leaf.grad as Tensor, plain: expected });
      },
    ),
    { numRuns: 150 },
  );
});
