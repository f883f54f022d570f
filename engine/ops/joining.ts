/** Putting tensors together. */

import { type DType, resultType } from '../core/dtype.ts';
import { IndexError, RuntimeError, ValueError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { shapeText, wrapDim } from '../core/shape.ts';
import { allocate, type Tensor } from '../core/tensor.ts';
import { commonDevice } from '../devices/device.ts';

function commonDtype(tensors: readonly Tensor[]): DType {
  return resultType(
    tensors.map(({ dtype, ndim }) => ({
      dtype,
      kind: ndim > 0 ? ('dimensioned' as const) : ('zero-dim' as const),
    })),
  );
}

/** A leftover of old times: 1-d tensors without elements join anything. */
const isSkipped = (tensor: Tensor): boolean => tensor.ndim === 1 && tensor.sizes[0] === 0;

defineOperator({
  name: 'cat',
  schema: 'tensors: Tensor[], dim: int = 0',
  doc: 'Tensors joined along a dimension; their other sizes are the same.',
  example: 'torch.cat([torch.ones(2, 1), torch.zeros(2, 2)], 1)',
  as: 'function',
  grad: {
    tensors(grad, { tensors, dim }) {
      const metas = tensors as Pick<Tensor, 'sizes' | 'dtype'>[];
      const own = wrapDim(dim, grad.ndim);
      let start = 0;
      return metas.map(({ sizes, dtype }) => {
        if (sizes.length === 1 && sizes[0] === 0 && grad.ndim !== 1) return grad.new_zeros([0]);
        const part = grad.narrow(own, start, sizes[own]);
        start += sizes[own];
        return part.to(dtype);
      });
    },
  },
  forward({ tensors, dim }) {
    if (tensors.length === 0) throw new ValueError('torch.cat(): expected a non-empty list of Tensors');
    tensors.forEach((tensor, position) => {
      if (tensor.ndim === 0) {
        throw new RuntimeError(`zero-dimensional tensor (at position ${position}) cannot be concatenated`);
      }
    });
    const parts = tensors.filter((tensor) => !isSkipped(tensor));
    const dtype = commonDtype(tensors);
    if (parts.length === 0) return allocate([0], dtype, tensors[0].storage.device);
    const own = wrapDim(dim, parts[0].ndim);
    const sizes = joinedSizes(tensors, parts, own);
    const out = allocate(sizes, dtype, commonDevice(tensors));
    let start = 0;
    for (const part of parts) {
      out.narrow(own, start, part.sizes[own]).copy_(part);
      start += part.sizes[own];
    }
    return out;
  },
});

function joinedSizes(tensors: readonly Tensor[], parts: readonly Tensor[], dim: number): number[] {
  const [first] = parts;
  const sizes = [...first.sizes];
  sizes[dim] = 0;
  for (const part of parts) {
    if (part.ndim !== first.ndim) {
      throw new RuntimeError(
        `Tensors must have same number of dimensions: got ${first.ndim} and ${part.ndim}`,
      );
    }
    const other = part.sizes.findIndex((size, own) => own !== dim && size !== first.sizes[own]);
    if (other >= 0) {
      throw new RuntimeError(
        `Sizes of tensors must match except in dimension ${dim}. Expected size ${first.sizes[other]} but got size ${part.sizes[other]} for tensor number ${tensors.indexOf(part)} in the list.`,
      );
    }
    sizes[dim] += part.sizes[dim];
  }
  return sizes;
}

defineOperator({
  name: 'stack',
  schema: 'tensors: Tensor[], dim: int = 0',
  doc: 'Tensors of one size joined along a new dimension.',
  example: 'torch.stack([torch.tensor([1, 2]), torch.tensor([3, 4])])',
  as: 'function',
  gradName: 'StackBackward0',
  grad: {
    tensors(grad, { tensors, dim }) {
      const dtypes = (tensors as Pick<Tensor, 'dtype'>[]).map(({ dtype }) => dtype);
      return (grad.unbind(dim) as Tensor[]).map((part, position) => part.to(dtypes[position]));
    },
  },
  forward({ tensors, dim }) {
    if (tensors.length === 0) throw new RuntimeError('stack expects a non-empty TensorList');
    const [first] = tensors;
    wrapDim(dim, first.ndim + 1);
    tensors.forEach((tensor, position) => {
      if (String(tensor.sizes) !== String(first.sizes)) {
        throw new RuntimeError(
          `stack expects each tensor to be equal size, but got ${shapeText(first.sizes)} at entry 0 and ${shapeText(tensor.sizes)} at entry ${position}`,
        );
      }
    });
    const own = wrapDim(dim, first.ndim + 1);
    return call(
      'cat',
      tensors.map((tensor) => tensor.unsqueeze(own)),
      own,
    );
  },
});

defineOperator({
  name: 'narrow',
  schema: 'self: Tensor, dim: int, start: int, length: int',
  doc: 'The slice of that length along a dimension: a view.',
  example: 'torch.arange(5).narrow(0, 1, 3)',
  forward({ self, dim, start, length }) {
    if (self.ndim === 0) throw new RuntimeError('narrow() cannot be applied to a 0-dim tensor.');
    if (length < 0) throw new RuntimeError('narrow(): length must be non-negative.');
    const own = wrapDim(dim, self.ndim);
    const size = self.sizes[own];
    if (start < -size || start > size) {
      throw new IndexError(
        `start out of range (expected to be in range of [${0 - size}, ${size}], but got ${start})`,
      );
    }
    const first = start < 0 ? start + size : start;
    if (first < 0 || first + length > size) {
      throw new RuntimeError(`start (${first}) + length (${length}) exceeds dimension size (${size}).`);
    }
    return self.slice(own, first, first + length);
  },
});
