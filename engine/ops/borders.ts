/** Borders around a tensor's elements: of one value, or of the elements themselves. */

import './joining.ts';
import { int64, type Scalar } from '../core/dtype.ts';
import { NotImplementedError, RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { shapeText } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { defineKernel } from '../devices/device.ts';
import { laidOutLike } from './layout.ts';

/** Where each position of a padded dimension is read from, for the modes that repeat elements. */
function paddedPositions(mode: string, size: number, before: number, after: number): number[] {
  return Array.from({ length: before + size + after }, (_, position) => {
    const own = position - before;
    if (mode === 'replicate') return Math.min(Math.max(own, 0), size - 1);
    if (mode === 'circular') return ((own % size) + size) % size;
    return own < 0 ? -own : own >= size ? 2 * (size - 1) - own : own;
  });
}

/** A tensor of those sizes with `inner` in it, after so many places in each dimension, and one value around it. */
export function surrounded(
  inner: Tensor,
  sizes: readonly number[],
  before: readonly number[],
  value: Scalar,
): Tensor {
  const out = inner.new_full(sizes as number[], value);
  let target = out;
  before.forEach((start, dim) => {
    target = target.narrow(dim, start, inner.sizes[dim]);
  });
  target.copy_(inner);
  return out;
}

export const surroundKernel = defineKernel('constant_pad_nd', surrounded);

defineOperator({
  name: 'constant_pad_nd',
  schema: 'self: Tensor, pad: int[], value: Scalar = 0',
  doc: 'The tensor with a border of one value; negative widths cut off.',
  example: 'torch.constant_pad_nd(torch.tensor([1, 2]), [1, 2], 9)',
  as: 'function',
  grad: {
    self: (grad, { pad }) =>
      call(
        'constant_pad_nd',
        grad,
        pad.map((width: number) => -width),
        0,
      ),
  },
  gradName: 'ConstantPadNdBackward0',
  forward({ self, pad, value }) {
    if (pad.length % 2 !== 0) {
      throw new RuntimeError(`Length of pad must be even but instead it equals ${pad.length}`);
    }
    const sizes = [...self.sizes];
    let inner = self;
    const widths = self.sizes.map(() => 0);
    for (let k = 0; k < pad.length / 2; k++) {
      const dim = self.ndim - 1 - k;
      const [before, after] = [pad[2 * k], pad[2 * k + 1]];
      const [start, end] = [Math.max(-before, 0), self.sizes[dim] - Math.max(-after, 0)];
      sizes[dim] = self.sizes[dim] + before + after;
      if (sizes[dim] < 0) {
        throw new RuntimeError(
          `The input size ${self.sizes[dim]}, plus negative padding ${before} and ${after} resulted in a negative output size, which is invalid. Check dimension ${dim} of your input.`,
        );
      }
      inner = inner.narrow(dim, start, Math.max(end - start, 0));
      widths[dim] = Math.max(before, 0);
    }
    return laidOutLike(self, surroundKernel.for(self.storage.device)(inner, sizes, widths, value));
  },
});

defineOperator({
  name: 'pad',
  schema: "self: Tensor, pad: int[], mode: str = 'constant', value: Scalar? = null",
  doc: 'The tensor with a border, widths given from the last dimension backwards. For torch.nn.functional.',
  example: 'torch.nn.functional.pad(torch.tensor([[1, 2]]), [1, 1, 0, 1])',
  as: 'functional',
  forward({ self, pad, mode, value }) {
    if (pad.length % 2 !== 0) throw new RuntimeError('Padding length must be divisible by 2');
    if (pad.length > 2 * self.ndim) {
      throw new RuntimeError(
        `Padding length should be less than or equal to two times the input dimension but got padding length ${pad.length} and input of dimension ${self.ndim}`,
      );
    }
    if (mode === 'constant') return call('constant_pad_nd', self, pad, value ?? 0);
    if (!['reflect', 'replicate', 'circular'].includes(mode)) {
      throw new RuntimeError(`Unrecognised padding mode ${mode}`);
    }
    const borders = pad.length / 2;
    if (self.ndim !== borders + 1 && self.ndim !== borders + 2) {
      throw new NotImplementedError(
        `Padding size ${pad.length} is not supported for ${self.ndim}D input tensor.`,
      );
    }
    for (let k = 0; mode === 'reflect' && k < pad.length / 2; k++) {
      const dim = self.ndim - 1 - k;
      const [before, after, size] = [pad[2 * k], pad[2 * k + 1], self.sizes[dim]];
      if (before >= size || after >= size) {
        throw new RuntimeError(
          `Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (${before}, ${after}) at dimension ${dim} of input ${shapeText(self.sizes)}`,
        );
      }
    }
    return call('_pad_with_own', self, pad, mode);
  },
});

const padNames: Record<string, string> = { reflect: 'Reflection', replicate: 'Replication' };

/** For each dimension that gets a border, from the last one backwards: which of its positions stand where. */
function bordered(sizes: readonly number[], pad: readonly number[], mode: string, device: string) {
  return Array.from({ length: pad.length / 2 }, (_, k) => {
    const dim = sizes.length - 1 - k;
    const positions = paddedPositions(mode, sizes[dim], pad[2 * k], pad[2 * k + 1]);
    return { dim, positions: call('tensor', positions, { dtype: int64, device }) };
  });
}

defineOperator({
  name: '_pad_with_own',
  schema: 'self: Tensor, pad: int[], mode: str',
  doc: 'A border made of the elements themselves.',
  as: 'function',
  gradName: ({ pad, mode }) =>
    mode in padNames ? `${padNames[mode]}Pad${pad.length / 2}DBackward0` : 'CopySlices',
  grad: {
    self(grad, { meta, pad, mode }) {
      let result: Tensor = grad;
      for (const { dim, positions } of bordered(meta.self.sizes, pad, mode, grad.device).reverse()) {
        const sizes = result.sizes.map((size, own) => (own === dim ? meta.self.sizes[dim] : size));
        result = result.new_zeros(sizes).index_add(dim, positions, result);
      }
      return result;
    },
  },
  forward({ self, pad, mode }) {
    let result = self;
    for (const { dim, positions } of bordered(self.sizes, pad, mode, self.device)) {
      result = result.index_select(dim, positions);
    }
    return result;
  },
});
