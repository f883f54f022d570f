/** Reading and writing the elements that a mask marks. */

import { bool, cppNames, type DType, refuseOverflow, type Scalar } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator, type GradContext } from '../core/operator.ts';
import { composeInto } from '../core/pointwise.ts';
import { broadcastShapes } from '../core/shape.ts';
import { allocate, Tensor } from '../core/tensor.ts';
import { contiguous_format } from './copy.ts';
import { choose, refuseUnknownSize } from './support.ts';

function checkFill(mask: Tensor, value: Tensor | Scalar, dtype: DType): void {
  if (mask.dtype !== bool) {
    throw new RuntimeError(
      `masked_fill_ only supports boolean masks, but got mask with dtype ${cppNames[mask.dtype.name]}`,
    );
  }
  if (value instanceof Tensor) {
    if (value.ndim === 0) return;
    throw new RuntimeError(
      `masked_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.ndim} dimension(s).`,
    );
  }
  refuseOverflow(value, dtype);
}

const fillRecord = {
  schema: 'self: Tensor, mask: Tensor, value: Operand',
  grad: {
    self: 'masked_fill(grad, mask, 0)',
    value: (grad: Tensor, { mask }: { mask: Tensor }) => choose(mask, grad, 0).sum(),
  },
  saves: ['mask'],
  gradName: ({ value }: { value: unknown }) =>
    value instanceof Tensor ? 'MaskedFillBackward1' : 'MaskedFillBackward0',
} as const;

defineOperator({
  ...fillRecord,
  name: 'masked_fill',
  doc: 'Elements where the mask is true replaced by a value.',
  example: 'torch.arange(4).masked_fill(torch.tensor([true, false, true, false]), 9)',
  forward({ self, mask, value }) {
    const sizes = broadcastShapes(mask.sizes, self.sizes);
    checkFill(mask, value, self.dtype);
    const out = allocate(sizes, self.dtype, self.storage.device);
    return composeInto('masked_fill', 'mask ? value : self', { mask, value, self }, self.dtype, out);
  },
});

defineOperator({
  ...fillRecord,
  name: 'masked_fill_',
  doc: 'Writes a value where the mask is true.',
  as: 'method',
  mutates: true,
  forward({ self, mask, value }) {
    broadcastShapes(self.sizes, mask.sizes);
    checkFill(mask, value, self.dtype);
    return composeInto('masked_fill_', 'mask ? value : self', { self, mask, value }, self.dtype, self);
  },
});

/** Tensor and mask broadcast to one shape, with at least one dimension. */
function spread(self: Tensor, mask: Tensor): [Tensor, Tensor] {
  const sizes = broadcastShapes(mask.sizes, self.sizes);
  const shape = sizes.length === 0 ? [1] : sizes;
  return [self.expand(shape), mask.expand(shape)];
}

defineOperator({
  name: 'masked_select',
  schema: 'self: Tensor, mask: Tensor',
  doc: 'The elements where the mask is true, as a vector. On webgpu a promise.',
  example: 'torch.arange(4).masked_select(torch.tensor([true, false, true, false]))',
  returns: 'Awaitable<Tensor>',
  grad: {
    self(grad, { mask, meta }) {
      const sizes = broadcastShapes(mask.sizes, meta.self.sizes);
      return grad.new_zeros(sizes).masked_scatter(mask, grad);
    },
  },
  saves: ['mask'],
  forward({ self, mask }) {
    if (mask.dtype !== bool) throw new RuntimeError('masked_select: expected BoolTensor for mask');
    const [values, where] = spread(self, mask);
    if (where.is_cpu) return values.index(where);
    return where.nonzero({ as_tuple: true }).then((found) => values.index(...found));
  },
});

const scatterGradients = {
  self: 'masked_fill(grad, mask, 0)',
  source(grad: Tensor, { mask, meta }: { mask: Tensor; meta: GradContext['meta'] }): Tensor {
    const used = grad.masked_select(mask) as Tensor;
    const { sizes } = meta.source;
    const total = sizes.reduce((product, size) => product * size, 1);
    const unused = grad.new_zeros([total - used.numel()]);
    return call('cat', [used, unused]).view(sizes);
  },
};

function scatterInto(self: Tensor, mask: Tensor, source: Tensor): Tensor {
  if (self.dtype !== source.dtype) {
    throw new RuntimeError(
      `masked_scatter: expected self and source to have same dtypes but got${self.dtype.scalarName} and ${source.dtype.scalarName}`,
    );
  }
  if (mask.dtype !== bool) {
    throw new RuntimeError(
      `masked_scatter_ only supports boolean masks, but got mask with dtype ${mask.dtype.scalarName}`,
    );
  }
  refuseUnknownSize('how many elements masked_scatter takes', mask, 'use a mask on the cpu, or torch.where');
  const target = self.ndim === 0 ? self.view(1) : self;
  const where = mask.expand(target.sizes as number[]).nonzero();
  const count = where.sizes[0];
  if (source.numel() < count) {
    throw new RuntimeError('Number of elements of source < number of ones in mask');
  }
  target.index_put_(where.unbind(1), source.reshape(-1).narrow(0, 0, count));
  return self;
}

const scatterRecord = {
  schema: 'self: Tensor, mask: Tensor, source: Tensor',
  grad: scatterGradients,
  saves: ['mask'],
  gradName: 'MaskedScatterBackward0',
} as const;

defineOperator({
  ...scatterRecord,
  name: 'masked_scatter',
  doc: 'Elements where the mask is true replaced by those of `source`, one after the other.',
  example: 'torch.zeros(4).masked_scatter(torch.tensor([true, false, true, false]), torch.tensor([1, 2.5]))',
  forward({ self, mask, source }) {
    const sizes = broadcastShapes(mask.sizes, self.sizes);
    return scatterInto(self.expand(sizes).clone({ memory_format: contiguous_format }), mask, source);
  },
});

defineOperator({
  ...scatterRecord,
  name: 'masked_scatter_',
  doc: 'In-place form of `masked_scatter`.',
  as: 'method',
  mutates: true,
  forward: ({ self, mask, source }) => scatterInto(self, mask, source),
});
