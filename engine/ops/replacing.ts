/** Copies of a tensor with one part of it replaced: what writing to a view would do, without the write. */

import { RuntimeError, ValueError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import type { Bound } from '../core/schema.ts';
import { sameSizes, wrapDim } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { contiguous_format } from './copy.ts';
import { checkSource } from './slices.ts';

/** A copy of `self` in which the view of that name and those options holds `src`. */
function defineScatter(view: string, options: string, doc: string, example: string): void {
  const names = options.match(/\w+(?=:)/g)!;
  const pick = (tensor: Tensor, args: Bound): Tensor =>
    call(view, tensor, ...names.map((name) => args[name]));
  defineOperator({
    name: `${view}_scatter`,
    schema: `self: Tensor, src: Tensor, ${options}` as string,
    doc,
    example,
    grad: {
      self(grad, args) {
        const rest = grad.clone();
        pick(rest, args).zero_();
        return rest;
      },
      src: (grad, args) => pick(grad, args),
    },
    forward(args) {
      const { self, src } = args as { self: Tensor; src: Tensor };
      const out = self.clone();
      const part = pick(out, args);
      if (!sameSizes(part.sizes, src.sizes)) {
        const [given, wanted] = [src, part].map(({ sizes }) => `[${sizes.join(', ')}]`);
        throw new RuntimeError(
          `expected src to have a size equal to the slice of self. src size = ${given}, slice size = ${wanted}`,
        );
      }
      part.copy_(src);
      return out;
    },
  });
}

defineScatter(
  'select',
  'dim: int, index: int',
  'A copy with one slice along a dimension replaced by `src`.',
  'torch.zeros(2, 3).select_scatter(torch.ones(3), 0, 1)',
);

defineScatter(
  'slice',
  'dim: int = 0, start: int? = null, end: int? = null, step: int = 1',
  'A copy with a range along a dimension replaced by `src`.',
  'torch.zeros(4).slice_scatter(torch.ones(2), 0, 1, 3)',
);

defineScatter(
  'diagonal',
  'offset: int = 0, dim1: int = 0, dim2: int = 1',
  'A copy with a diagonal replaced by `src`.',
  'torch.zeros(2, 2).diagonal_scatter(torch.ones(2))',
);

defineOperator({
  name: 'fill_diagonal_',
  schema: 'self: Tensor, fill_value: Scalar, wrap: bool = false',
  doc: 'Writes one value on the main diagonal. With `wrap` a tall matrix has another one below each.',
  example: 'torch.zeros(3, 3).fill_diagonal_(5)',
  as: 'method',
  forward({ self, fill_value, wrap }): Tensor {
    if (self.ndim < 2) throw new RuntimeError('dimensions must larger than 1');
    const [rows, columns] = self.sizes;
    if (self.ndim > 2 && !self.sizes.every((size) => size === rows)) {
      throw new RuntimeError('all dimensions of input must be of equal length');
    }
    const stride = self.strides.reduce((sum, own) => sum + own, 0);
    const count = Math.min(...self.sizes);
    self.as_strided([count], [stride]).fill_(fill_value);
    for (let top = columns + 1; wrap && self.ndim === 2 && top < rows; top += columns + 1) {
      self.narrow(0, top, rows - top).fill_diagonal_(fill_value);
    }
    return self;
  },
});

const reductions = ['prod', 'mean', 'amax', 'amin'];

for (const ending of ['', '_'] as const) {
  defineOperator({
    name: `index_reduce${ending}`,
    schema:
      'self: Tensor, dim: int, index: Tensor, source: Tensor, reduce: str, *, include_self: bool = true',
    doc: `Slices of \`source\` combined with the slices that \`index\` names, by prod, mean, amax or amin${ending ? ', in place' : ''}.`,
    example: `torch.ones(3).index_reduce${ending}(0, torch.tensor([0, 0]), torch.tensor([2, 3.5]), 'prod')`,
    as: ending ? 'method' : 'both',
    forward({ self, dim, index, source, reduce, include_self }): Tensor {
      if (!reductions.includes(reduce)) {
        throw new RuntimeError(
          `index_reduce(): Expected reduce to be one of prod, mean, amax or amin but got ${reduce}.`,
        );
      }
      const own = wrapDim(dim, self.ndim);
      checkSource('index_reduce_', self, own, index, source);
      const places = index
        .view(source.sizes.map((_, other) => (other === own ? -1 : 1)))
        .expand([...source.sizes]);
      return call(`scatter_reduce${ending}`, self, dim, places, source, reduce, {
        include_self,
      });
    },
  });
}

defineOperator({
  name: 'put',
  schema: 'self: Tensor, index: Tensor, source: Tensor, accumulate: bool = false',
  doc: 'A copy with `source` written (or added) at places counted in row-major order.',
  example: 'torch.zeros(2, 2).put(torch.tensor([1, 2]), torch.tensor([5, 6.5]))',
  forward: ({ self, index, source, accumulate }) => self.clone().put_(index, source, accumulate),
});

defineOperator({
  name: 'narrow_copy',
  schema: 'self: Tensor, dim: int, start: int, length: int',
  doc: 'A copy of a range along a dimension.',
  example: 'torch.arange(5).narrow_copy(0, 1, 3)',
  forward: ({ self, dim, start, length }) =>
    self.narrow(dim, start, length).clone({ memory_format: contiguous_format }),
});

defineOperator({
  name: 'unravel_index',
  schema: 'indices: Tensor, shape: int[]',
  doc: 'Places counted in row-major order as indices, one tensor a dimension.',
  example: 'torch.unravel_index(torch.tensor([4, 5]), [2, 3])',
  as: 'function',
  returns: 'Tensor[]',
  forward({ indices, shape }) {
    if (indices.dtype.category !== 'int') {
      throw new TypeError(`expected 'indices' to be integer dtype, but got ${indices.dtype}`);
    }
    if (shape.some((size) => size < 0)) {
      throw new ValueError(`'shape' cannot have negative values, but got (${shape.join(', ')})`);
    }
    const parts: Tensor[] = [];
    let rest: Tensor = indices;
    for (let dim = shape.length - 1; dim >= 0; dim--) {
      parts.unshift(rest.remainder(shape[dim]));
      rest = rest.floor_divide(shape[dim]);
    }
    return parts.length > 0 ? call('stack', parts, -1).unbind(-1) : [];
  },
});
