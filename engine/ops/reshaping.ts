/** Other shapes of the same elements: compositions of views, and the views that views.ts lacks. */

import './views.ts';
import { checkInplace, setHistory } from '../autograd/graph.ts';
import { is_grad_enabled } from '../autograd/modes.ts';
import { OperatorNode } from '../autograd/operator-node.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineAlias, defineOperator, type OperatorRecord, operatorNamed } from '../core/operator.ts';
import type { Bound } from '../core/schema.ts';
import { broadcastShapes, inferSizes, numelOf, Size, shapeText, Tuple, wrapDim } from '../core/shape.ts';
import { alias, Tensor } from '../core/tensor.ts';

defineOperator({
  name: 'reshape_as',
  schema: 'self: Tensor, other: Tensor',
  doc: "This tensor in the other's sizes: a view where possible.",
  example: 'torch.arange(4).reshape_as(torch.zeros(2, 2))',
  as: 'method',
  forward: ({ self, other }) => self.reshape(other.sizes as number[]),
});

defineOperator({
  name: 'flatten',
  schema: 'self: Tensor, start_dim: int = 0, end_dim: int = -1',
  doc: 'The dimensions from `start_dim` to `end_dim` as one.',
  example: 'torch.zeros(2, 3, 4).flatten(1).shape',
  forward({ self, start_dim, end_dim }) {
    const [first, last] = [wrapDim(start_dim, self.ndim), wrapDim(end_dim, self.ndim)];
    if (first > last)
      throw new RuntimeError('flatten() has invalid args: start_dim cannot come after end_dim');
    if (self.ndim === 0) return self.reshape(1);
    if (first === last) return self;
    const middle = numelOf(self.sizes.slice(first, last + 1));
    return self.reshape([...self.sizes.slice(0, first), middle, ...self.sizes.slice(last + 1)]);
  },
});

defineOperator({
  name: 'ravel',
  schema: 'self: Tensor',
  doc: 'All elements as a vector: a view where possible.',
  example: 'torch.tensor([[1, 2], [3, 4]]).ravel()',
  forward: ({ self }) => self.contiguous().view(-1),
});

defineOperator({
  name: 'unflatten',
  schema: 'self: Tensor, dim: int, sizes: int[]',
  doc: 'One dimension as several.',
  example: 'torch.arange(6).unflatten(0, [2, 3])',
  forward({ self, dim, sizes }) {
    const own = wrapDim(dim, self.ndim);
    if (sizes.length === 0) throw new RuntimeError('unflatten: sizes must be non-empty');
    const known = sizes.filter((size) => size !== -1).reduce((product, size) => product * size, 1);
    const fits = sizes.includes(-1) ? known > 0 && self.sizes[own] % known === 0 : known === self.sizes[own];
    if (!fits) {
      const given = sizes.includes(-1)
        ? "don't multiply up to the size of dim"
        : "don't multiply up to the size of dim";
      throw new RuntimeError(
        `unflatten: Provided sizes ${shapeText(sizes)} ${given} ${own} (${self.sizes[own]}) in the input tensor`,
      );
    }
    const split = inferSizes(sizes, self.sizes[own]);
    return self.view([...self.sizes.slice(0, own), ...split, ...self.sizes.slice(own + 1)]);
  },
});

defineOperator({
  name: 'movedim',
  schema: 'self: Tensor, source: int[], destination: int[]',
  doc: 'Dimensions moved to other places; the rest keep their order.',
  example: 'torch.zeros(2, 3, 4).movedim(0, -1).shape',
  forward({ self, source, destination }) {
    if (source.length !== destination.length) {
      throw new RuntimeError(
        `movedim: Invalid source or destination dims: source (${shapeText(source)} dims) should contain the same number of dims as destination (${shapeText(destination)} dims)`,
      );
    }
    const from = source.map((dim) => wrapDim(dim, self.ndim));
    const to = destination.map((dim) => wrapDim(dim, self.ndim));
    if (new Set(from).size < from.length) {
      throw new RuntimeError(`movedim: repeated dim in \`source\` (${shapeText(source)})`);
    }
    if (new Set(to).size < to.length) {
      throw new RuntimeError(`movedim: repeated dim in \`destination\` (${shapeText(destination)})`);
    }
    const rest = self.sizes.map((_, dim) => dim).filter((dim) => !from.includes(dim));
    const order = self.sizes.map((_, dim) => {
      const moved = to.indexOf(dim);
      return moved >= 0 ? from[moved] : (rest.shift() as number);
    });
    return self.permute(order);
  },
});
defineAlias('moveaxis', 'movedim');
defineAlias('swapaxes', 'transpose');
defineAlias('swapdims', 'transpose');

const lastTwo = (self: Tensor): Tensor => {
  if (self.ndim < 2) {
    throw new RuntimeError(
      `tensor.mT is only supported on matrices or batches of matrices. Got ${self.ndim}-D tensor.`,
    );
  }
  return self.transpose(-2, -1);
};

/** PyTorch's attributes that are views. */
const attributes: Record<string, (self: Tensor) => Tensor> = {
  T: (self) => self.permute(self.sizes.map((_, dim) => self.ndim - 1 - dim)),
  mT: lastTwo,
  H(self) {
    if (self.ndim !== 2 && self.ndim !== 0) {
      throw new RuntimeError(
        `tensor.H is only supported on matrices (2-D tensors). Got ${self.ndim}-D tensor.${self.ndim > 2 ? ' For batches of matrices, consider using tensor.mH' : ''}`,
      );
    }
    return self.transpose(0, 1);
  },
  mH: lastTwo,
};

for (const [name, get] of Object.entries(attributes)) {
  Object.defineProperty(Tensor.prototype, name, {
    get(this: Tensor) {
      return get(this);
    },
    configurable: true,
  });
}

declare module '../core/tensor.ts' {
  interface Tensor {
    /** All dimensions reversed. */
    readonly T: Tensor;
    /** The last two dimensions exchanged. */
    readonly mT: Tensor;
    readonly H: Tensor;
    readonly mH: Tensor;
    /** The same memory outside of autograd, with a version count of its own. */
    data: Tensor;
  }
}

defineOperator({
  name: 'adjoint',
  schema: 'self: Tensor',
  doc: 'The last two dimensions exchanged.',
  example: 'torch.arange(6).reshape(2, 3).adjoint()',
  forward({ self }) {
    if (self.ndim < 2) {
      throw new RuntimeError(
        `tensor.adjoint() is only supported on matrices or batches of matrices. Got ${self.ndim}-D tensor.`,
      );
    }
    return lastTwo(self);
  },
});

defineOperator({
  name: 'broadcast_to',
  schema: 'self: Tensor, size: int[]',
  doc: 'This tensor expanded to that size, without a copy.',
  example: 'torch.tensor([1, 2]).broadcast_to([3, 2])',
  forward: ({ self, size }) => self.expand(size),
});

defineOperator({
  name: 'broadcast_tensors',
  schema: 'tensors: Tensor...',
  doc: 'Tensors expanded to the one size to which they all broadcast.',
  example: 'torch.broadcast_tensors(torch.tensor([1, 2]), torch.tensor([[3], [4]]))',
  as: 'function',
  returns: 'Tensor[]',
  forward({ tensors }) {
    const sizes = broadcastShapes(...tensors.map((tensor) => tensor.sizes));
    return tensors.map((tensor) => tensor.expand(sizes));
  },
});

defineOperator({
  name: 'broadcast_shapes',
  schema: 'shapes: any...',
  doc: 'The size to which tensors of these sizes would be broadcast.',
  example: 'torch.broadcast_shapes([3, 1], [1, 4])',
  as: 'function',
  returns: 'Size',
  forward({ shapes }) {
    const merged: number[] = [];
    (shapes as (number | number[])[]).forEach((given, index) => {
      const shape = typeof given === 'number' ? [given] : given;
      while (merged.length < shape.length) merged.unshift(1);
      for (let dim = -1; dim >= -shape.length; dim--) {
        const [size, known] = [shape[shape.length + dim], merged[merged.length + dim]];
        if (size !== known && size !== 1 && known !== 1) {
          throw new RuntimeError(
            `Attempting to broadcast a dimension of length ${size} at ${dim}! Mismatching argument at index ${index} had ${Tuple.from(shape)}; but expected shape should be broadcastable to ${shapeText(merged)}`,
          );
        }
        if (known === 1) merged[merged.length + dim] = size;
      }
    });
    return Size.from(merged);
  },
});

function atLeast(count: 1 | 2 | 3, view: (self: Tensor) => Tensor): void {
  defineOperator({
    name: `atleast_${count}d`,
    schema: 'tensors: any...',
    doc: `The tensor (or each of a list) viewed with at least ${count} dimension${count > 1 ? 's' : ''}.`,
    example: `torch.atleast_${count}d(torch.tensor([1, 2]))`,
    as: 'function',
    overloads: [
      ['tensor: Tensor', 'Tensor'],
      ['tensors: Tensor...', 'Tensor[]'],
    ],
    forward({ tensors }) {
      const list: Tensor[] = Array.isArray(tensors[0]) ? tensors[0] : tensors;
      const views = list.map((tensor) => (tensor.ndim >= count ? tensor : view(tensor)));
      return views.length === 1 && !Array.isArray(tensors[0]) ? views[0] : views;
    },
  });
}

atLeast(1, (self) => self.reshape(1));
atLeast(2, (self) => (self.ndim === 0 ? self.reshape(1, 1) : self.unsqueeze(0)));
atLeast(3, (self) => {
  if (self.ndim === 0) return self.reshape(1, 1, 1);
  return self.ndim === 1 ? self.unsqueeze(0).unsqueeze(-1) : self.unsqueeze(-1);
});

defineOperator({
  name: 'unfold',
  schema: 'self: Tensor, dimension: int, size: int, step: int',
  doc: 'All windows of that size along a dimension, `step` apart, as a new last dimension: a view.',
  example: 'torch.arange(5).unfold(0, 3, 1)',
  as: 'method',
  view: true,
  grad: {
    self(grad, { meta, dimension, size, step }) {
      const own = wrapDim(dimension, meta.self.sizes.length);
      const zeros = grad.new_zeros(meta.self.sizes as number[]);
      // Windows overlap: each position within them is added on its own.
      for (let position = 0; position < size; position++) {
        const count = grad.sizes[own];
        zeros
          .slice(own, position, position + (count - 1) * step + 1, step)
          .add_(grad.select(grad.ndim - 1, position));
      }
      return zeros;
    },
  },
  forward({ self, dimension, size, step }) {
    const own = wrapDim(dimension, self.ndim);
    const length = self.ndim === 0 ? 1 : self.sizes[own];
    if (size < 0) throw new RuntimeError(`size is ${size} but must be >= 0`);
    if (size > length) {
      throw new RuntimeError(`maximum size for tensor at dimension ${own} is ${length} but size is ${size}`);
    }
    if (step <= 0) throw new RuntimeError(`step is ${step} but must be > 0`);
    const sizes = [...self.sizes, size];
    const strides = [...self.strides, self.ndim === 0 ? 1 : self.strides[own]];
    if (self.ndim > 0) {
      sizes[own] = Math.floor((length - size) / step) + 1;
      strides[own] *= step;
    }
    return alias(self, sizes, strides);
  },
});

/** In-place forms that change a tensor's sizes and strides, not its elements: recorded as the plain form, under a name of their own. */
function inplaceView(name: string, schema: string, gradName: string | ((args: Bound) => string)): void {
  const { record } = operatorNamed(name);
  defineOperator({
    name: `${name}_`,
    schema,
    doc: `In-place form of \`${name}\`: this tensor itself gets the new sizes and strides.`,
    as: 'method',
    forward(args: Bound) {
      const self = args.self as Tensor;
      checkInplace(self);
      const recorded = is_grad_enabled() && self.requires_grad;
      const node = recorded ? new OperatorNode({ ...record, gradName } as OperatorRecord, args) : null;
      if (name === 't' && self.ndim > 2) {
        throw new RuntimeError(`t_() expects a tensor with <= 2 dimensions, but self is ${self.ndim}D`);
      }
      const { sizes, strides, offset } = record.forward(args) as Tensor;
      self.sizes = sizes;
      self.strides = strides;
      self.offset = offset;
      self.version.value++;
      if (node) setHistory(self, node, 0);
      return self;
    },
  });
}

inplaceView('transpose', 'self: Tensor, dim0: int, dim1: int', 'TransposeBackward1');
inplaceView('t', 'self: Tensor', 'TBackward1');
inplaceView('squeeze', 'self: Tensor, dim: int|int[]? = null', ({ dim }: Bound) =>
  dim === null ? 'SqueezeBackward3' : Array.isArray(dim) ? 'SqueezeBackward5' : 'SqueezeBackward4',
);
inplaceView('unsqueeze', 'self: Tensor, dim: int', 'UnsqueezeBackward1');
defineAlias('swapaxes_', 'transpose_');
defineAlias('swapdims_', 'transpose_');

Object.defineProperty(Tensor.prototype, 'data', {
  get(this: Tensor): Tensor {
    // A version counter of its own: writes through `data` are hidden from autograd, as in PyTorch.
    const { storage, dtype, sizes, strides, offset } = this;
    return new Tensor({ storage, dtype, sizes, strides, offset, version: { value: 0 } });
  },
  set(this: Tensor, value: Tensor) {
    if (!(value instanceof Tensor)) {
      throw new TypeError('Variable data has to be a tensor, but got something else');
    }
    this.storage = value.storage;
    this.dtype = value.dtype;
    this.sizes = value.sizes;
    this.strides = value.strides;
    this.offset = value.offset;
    this.version = { value: 0 };
  },
  configurable: true,
});
