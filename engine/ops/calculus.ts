/** Differences, slopes and areas of sampled functions. */

import { bool, type Scalar } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { wrapDim, wrapDims } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';

defineOperator({
  name: 'diff',
  schema: 'self: Tensor, n: int = 1, dim: int = -1, prepend: Tensor? = null, append: Tensor? = null',
  doc: 'The differences of neighbours along a dimension, `n` times over.',
  example: 'torch.tensor([1, 4, 9]).diff()',
  forward({ self, n, dim, prepend, append }) {
    if (self.ndim === 0) throw new RuntimeError('diff expects input to be at least one-dimensional');
    const own = wrapDim(dim, self.ndim);
    const parts = [prepend, self, append].filter((part) => part !== null);
    if (parts.some((part) => part.ndim !== self.ndim)) {
      throw new RuntimeError('diff expects prepend or append to be the same dimension as input');
    }
    if (n < 0) throw new RuntimeError(`order must be non-negative but got ${n}`);
    let result = parts.length > 1 ? (call('cat', parts, own) as Tensor) : self;
    if (n === 0) return result.clone();
    for (let round = 0; round < n; round++) {
      const size = Math.max(result.sizes[own] - 1, 0);
      const [later, earlier] = [
        result.narrow(own, result.sizes[own] - size, size),
        result.narrow(own, 0, size),
      ];
      result = result.dtype === bool ? later.logical_xor(earlier) : later.sub(earlier);
    }
    return result;
  },
});

const trapezoidSchema = 'y: Tensor, x: Tensor? = null, *, dx: Scalar = 1, dim: int = -1';

/** The areas between neighbours along a dimension, and that dimension. */
function trapezoids(name: string, y: Tensor, x: Tensor | null, dx: Scalar, dim: number): [Tensor, number] {
  const own = wrapDim(dim, y.ndim);
  if (x?.ndim === 1 && x.sizes[0] !== y.sizes[own]) {
    throw new RuntimeError(`${name}: There must be one \`x\` value for each sample point`);
  }
  const size = y.sizes[own] - 1;
  const sums = y.narrow(own, 1, size).add(y.narrow(own, 0, size));
  if (!x) return [sums.mul(Number(dx) / 2), own];
  const along = x.ndim === 1 ? x.view(y.sizes.map((_, other) => (other === own ? -1 : 1))) : x;
  return [call('diff', along, 1, own).mul(sums).div(2), own];
}

for (const name of ['trapezoid', 'trapz']) {
  defineOperator({
    name,
    schema: trapezoidSchema,
    doc: 'The area under the points `y`, `dx` apart or at the places `x`, by the trapezoidal rule.',
    example: `torch.${name}(torch.tensor([1, 2, 4.5]))`,
    as: 'function',
    forward({ y, x, dx, dim }) {
      const [areas, own] = trapezoids('trapezoid', y, x, dx, dim);
      return areas.sum(own);
    },
  });
}

defineOperator({
  name: 'cumulative_trapezoid',
  schema: trapezoidSchema,
  doc: 'The areas under the points up to each of them, by the trapezoidal rule.',
  example: 'torch.cumulative_trapezoid(torch.tensor([1, 2, 4.5]))',
  as: 'function',
  forward({ y, x, dx, dim }) {
    const [areas, own] = trapezoids('cumulative_trapezoid', y, x, dx, dim);
    return areas.cumsum(own);
  },
});

defineOperator({
  name: 'gradient',
  schema: 'self: Tensor, *, spacing: any = 1, dim: int[]? = null, edge_order: int = 1',
  doc: 'Slopes of a sampled function along dimensions: from both neighbours inside, from one side (by one or two steps) at the ends.',
  example: 'torch.gradient(torch.tensor([1, 2, 4, 8.5]))',
  as: 'function',
  returns: 'Tensor[]',
  forward({ self, spacing, dim, edge_order }) {
    if (edge_order !== 1 && edge_order !== 2) {
      throw new RuntimeError('torch.gradient only supports edge_order=1 and edge_order=2.');
    }
    const dims = wrapDims(dim, self.ndim);
    const steps: unknown[] = Array.isArray(spacing) ? spacing : dims.map(() => spacing);
    if (steps.length !== dims.length) {
      throw new RuntimeError(
        `torch.gradient expected spacing to be unspecified, a scalar, or a list of length ${dims.length} but got a list of length ${steps.length}`,
      );
    }
    return dims.map((own, k) => slopesAlong(self, wrapDim(own, self.ndim), Number(steps[k]), edge_order));
  },
});

function slopesAlong(self: Tensor, dim: number, step: number, edgeOrder: number): Tensor {
  const size = self.sizes[dim];
  if (size < edgeOrder + 1) {
    throw new RuntimeError('torch.gradient expected each dimension size to be at least edge_order+1');
  }
  const at = (start: number, length = 1): Tensor => self.narrow(dim, start, length);
  const inner = at(2, size - 2)
    .sub(at(0, size - 2))
    .div(2 * step);
  const end = (first: number, way: 1 | -1): Tensor => {
    const [a, b] = [at(first), at(first + way)];
    const rise =
      edgeOrder === 1
        ? b.sub(a)
        : a
            .mul(-1.5)
            .add(b.mul(2))
            .sub(at(first + 2 * way).mul(0.5));
    return rise.div(way * step);
  };
  return call('cat', [end(0, 1), inner, end(size - 1, -1)], dim);
}
