/** Arranging copies: stacking, repeating, rolling, flipping, triangles, grids. */

import './joining.ts';
import { int64 } from '../core/dtype.ts';
import { IndexError, RuntimeError } from '../core/errors.ts';
import { defineAlias, defineOperator, operatorNamed } from '../core/operator.ts';
import { contiguousStrides, shapeText, wrapDim, wrapDims } from '../core/shape.ts';
import { alias, Tensor } from '../core/tensor.ts';
import { contiguous_format } from './copy.ts';
import { refuseUnknownSize } from './support.ts';
import { unsafeView } from './views.ts';

const call = (name: string, ...args: unknown[]): Tensor => operatorNamed(name).call(...args);

defineAlias('concat', 'cat');
defineAlias('concatenate', 'cat');

function stacker(name: string, doc: string, join: (tensors: Tensor[]) => Tensor): void {
  defineOperator({
    name,
    schema: 'tensors: Tensor[]',
    doc,
    example: `torch.${name}([torch.tensor([1, 2]), torch.tensor([3, 4])])`,
    as: 'function',
    forward({ tensors }) {
      if (tensors.length === 0) throw new RuntimeError(`${name} expects a non-empty TensorList`);
      return join(tensors);
    },
  });
}

const atLeast = (count: 1 | 2 | 3, tensors: Tensor[]): Tensor[] =>
  tensors.map((tensor) => call(`atleast_${count}d`, tensor));

stacker('hstack', 'Tensors joined side by side: along dimension 1, vectors along 0.', (tensors) => {
  const list = atLeast(1, tensors);
  return call('cat', list, list[0].ndim === 1 ? 0 : 1);
});
stacker('vstack', 'Tensors joined one below the other; vectors count as rows.', (tensors) =>
  call('cat', atLeast(2, tensors), 0),
);
stacker('dstack', 'Tensors joined along the third dimension.', (tensors) =>
  call('cat', atLeast(3, tensors), 2),
);
stacker('column_stack', 'Tensors joined side by side; vectors count as columns.', (tensors) =>
  call(
    'hstack',
    tensors.map((tensor) => (tensor.ndim <= 1 ? tensor.reshape(tensor.numel(), 1) : tensor)),
  ),
);
defineAlias('row_stack', 'vstack');

defineOperator({
  name: 'repeat',
  schema: 'self: Tensor, repeats: int...',
  doc: 'So many copies of the tensor along each dimension; more numbers than dimensions make new ones in front.',
  example: 'torch.tensor([1, 2]).repeat(2, 2)',
  as: 'method',
  grad: { self: (grad, { meta, repeats }) => unrepeat(grad, meta.self.sizes, repeats) },
  forward({ self, repeats }) {
    if (repeats.length < self.ndim) {
      throw new RuntimeError(
        'Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor',
      );
    }
    const negative = repeats.find((count) => count < 0);
    const padded = [...new Array<number>(repeats.length - self.ndim).fill(1), ...self.sizes];
    if (negative !== undefined) {
      throw new RuntimeError(
        `Trying to create tensor with negative dimension ${negative * padded[repeats.indexOf(negative)]}: ${shapeText(padded.map((size, dim) => size * repeats[dim]))}`,
      );
    }
    // A dimension of copies beside each dimension of elements, then both as one.
    const spread = self
      .view(padded.flatMap((size) => [1, size]))
      .expand(padded.flatMap((size, dim) => [repeats[dim], size]));
    // Always a copy, where reshape would hand back a view if it could.
    const copies = call('empty', spread.sizes, { dtype: self.dtype, device: self.device }).copy_(spread);
    return copies.view(padded.map((size, dim) => size * repeats[dim]));
  },
});

function unrepeat(grad: Tensor, sizes: readonly number[], repeats: readonly number[]): Tensor {
  const padded = [...new Array<number>(repeats.length - sizes.length).fill(1), ...sizes];
  const split = grad.reshape(padded.flatMap((size, dim) => [repeats[dim], size]));
  return split.sum(padded.map((_, dim) => 2 * dim)).reshape(sizes as number[]);
}

defineOperator({
  name: 'tile',
  schema: 'self: Tensor, dims: int...',
  doc: 'Copies along each dimension, as `repeat` makes them; missing numbers count as 1.',
  example: 'torch.tensor([1, 2]).tile(2, 2)',
  forward({ self, dims }) {
    const missing = Math.max(self.ndim - dims.length, 0);
    return self.repeat([...new Array<number>(missing).fill(1), ...dims]);
  },
});

defineOperator({
  name: 'repeat_interleave',
  schema: 'self: Tensor, repeats: any = null, dim: int? = null, *, output_size: int? = null',
  doc: 'Each element (or slice along a dimension) so many times in a row.',
  example: 'torch.tensor([1, 2]).repeat_interleave(2)',
  forward({ self, repeats, dim }) {
    if (repeats === null) return spreadPositions(self);
    if (typeof repeats === 'number' && repeats < 0) throw new RuntimeError('Repeats must be non-negative');
    const source = dim === null ? self.reshape(-1) : self;
    const own = wrapDim(dim ?? 0, source.ndim);
    const size = source.sizes[own] ?? 1;
    if (typeof repeats === 'number' && source.ndim > 0) {
      const [before, after] = [source.sizes.slice(0, own + 1), source.sizes.slice(own + 1)];
      const repeated = source.unsqueeze(own + 1).expand(...before, repeats, ...after);
      return repeated.clone({ memory_format: contiguous_format }).flatten(own, own + 1);
    }
    if (repeats instanceof Tensor)
      refuseUnknownSize('the sum of the repeats', repeats, 'give them on the cpu');
    const given =
      repeats instanceof Tensor
        ? Array.from(repeats.toTypedArray() as ArrayLike<number | bigint>, Number)
        : [Number(repeats)];
    if (given.length !== 1 && given.length !== size) {
      throw new RuntimeError(
        `repeats must have the same size as input along dim, but got repeats.size(0) = ${given.length} and input.size(${own}) = ${size}`,
      );
    }
    const counts = given.length === 1 ? new Array<number>(size).fill(given[0]) : given;
    if (counts.some((count) => count < 0)) throw new RuntimeError('repeats can not be negative');
    const positions = counts.flatMap((count, position) => new Array<number>(count).fill(position));
    return source.index_select(own, call('tensor', positions, { dtype: int64, device: self.device }));
  },
});

/** Position k so many times as element k says. */
function spreadPositions(counts: Tensor): Tensor {
  refuseUnknownSize('the sum of the repeats', counts, 'give them on the cpu');
  const list = Array.from(counts.toTypedArray() as ArrayLike<number | bigint>, Number);
  return call(
    'tensor',
    list.flatMap((count, position) => new Array<number>(count).fill(position)),
    { dtype: int64 },
  );
}

defineOperator({
  name: 'roll',
  schema: 'self: Tensor, shifts: int[], dims: int[] = []',
  doc: 'Elements moved along dimensions, those that fall off coming in again at the other end.',
  example: 'torch.tensor([1, 2, 3]).roll(1)',
  grad: {
    self: (grad, { shifts, dims }) =>
      grad.roll(
        shifts.map((shift: number) => -shift),
        dims,
      ),
  },
  forward({ self, shifts, dims }) {
    if (shifts.length === 0) throw new RuntimeError('`shifts` required');
    if (dims.length === 0) {
      if (shifts.length > 1)
        throw new RuntimeError(`shifts and dimensions must align. shifts: ${shifts.length}, dims:0`);
      return rollOne(self.reshape(-1), shifts[0], 0).view(self.sizes as number[]);
    }
    if (self.ndim === 0) {
      throw new IndexError(`Dimension specified as ${dims[0]} but tensor has no dimensions`);
    }
    if (dims.length !== shifts.length) {
      throw new RuntimeError(
        `shifts and dimensions must align. shifts: ${shifts.length}, dims:${dims.length}`,
      );
    }
    return dims.reduce(
      (rolled, dim, k) => rollOne(rolled, shifts[k], wrapDim(dim, self.ndim)),
      self.contiguous(),
    );
  },
});

function rollOne(self: Tensor, shift: number, dim: number): Tensor {
  const size = self.sizes[dim];
  if (size === 0) return self.clone();
  const start = (((size - shift) % size) + size) % size;
  return call('cat', [self.narrow(dim, start, size - start), self.narrow(dim, 0, start)], dim);
}

defineOperator({
  name: 'flip',
  schema: 'self: Tensor, dims: int...',
  doc: 'Dimensions in reverse order, copied.',
  example: 'torch.tensor([[1, 2], [3, 4]]).flip(0)',
  grad: { self: (grad, { dims }) => grad.flip(dims) },
  forward({ self, dims }) {
    const own = dims.length === 0 ? [] : wrapDims(dims, self.ndim);
    const flipped = own.reduce((part, dim) => part.index_select(dim, backwards(self, dim)), self.clone());
    return self.is_contiguous() ? flipped : call('empty_like', self).copy_(flipped);
  },
});

function backwards(self: Tensor, dim: number): Tensor {
  const last = self.sizes[dim] - 1;
  return call('arange', 0, self.sizes[dim], { device: self.device }).neg().add(last);
}

defineOperator({
  name: 'fliplr',
  schema: 'self: Tensor',
  doc: 'The columns in reverse order.',
  example: 'torch.arange(6).reshape(2, 3).fliplr()',
  forward({ self }) {
    if (self.ndim < 2) throw new RuntimeError('Input must be >= 2-d.');
    return self.flip(1);
  },
});

defineOperator({
  name: 'flipud',
  schema: 'self: Tensor',
  doc: 'The rows in reverse order.',
  example: 'torch.arange(6).reshape(2, 3).flipud()',
  forward({ self }) {
    if (self.ndim < 1) throw new RuntimeError('Input must be >= 1-d.');
    return self.flip(0);
  },
});

defineOperator({
  name: 'rot90',
  schema: 'self: Tensor, k: int = 1, dims: int[] = []',
  doc: 'Turned by k quarters in the plane of two dimensions (the first two where none are given).',
  example: 'torch.tensor([[1, 2], [3, 4]]).rot90()',
  grad: { self: (grad, { k, dims }) => grad.rot90(-k, dims) },
  gradName: 'Rot90Backward0',
  forward({ self, k, dims }) {
    const [a, b] = dims.length === 0 ? [0, 1] : dims;
    if (dims.length !== 0 && dims.length !== 2) {
      throw new RuntimeError(`expected total rotation dims == 2, but got dims = ${dims.length}`);
    }
    if (self.ndim < 2) throw new RuntimeError(`expected total dims >= 2, but got total dims = ${self.ndim}`);
    if (wrapDim(a, self.ndim) === wrapDim(b, self.ndim)) {
      throw new RuntimeError(`expected rotation dims to be different, but got dim0 = ${a} and dim1 = ${b}`);
    }
    switch (((k % 4) + 4) % 4) {
      case 1:
        return self.flip(b).transpose(a, b);
      case 2:
        return self.flip(a, b);
      case 3:
        return self.flip(a).transpose(a, b);
      default:
        return self.clone();
    }
  },
});

/** True at and below (or at and above) a diagonal of a matrix. */
function triangle(self: Tensor, diagonal: number, isLower: boolean): Tensor {
  const [rows, columns] = self.sizes.slice(-2);
  const row = call('arange', rows, { device: self.device }).unsqueeze(1);
  const column = call('arange', columns, { device: self.device });
  return isLower ? column.sub(row).le(diagonal) : column.sub(row).ge(diagonal);
}

function definedTriangle(name: 'tril' | 'triu', words: string): void {
  const isLower = name === 'tril';
  const schema = 'self: Tensor, diagonal: int = 0';
  const check = (self: Tensor): void => {
    if (self.ndim < 2) throw new RuntimeError(`${name}: input tensor must have at least 2 dimensions`);
  };
  defineOperator({
    name,
    schema,
    doc: `The matrix with zeros ${words} a diagonal.`,
    example: `torch.ones(2, 3).${name}()`,
    grad: { self: (grad, { diagonal }) => (isLower ? grad.tril(diagonal) : grad.triu(diagonal)) },
    forward({ self, diagonal }) {
      check(self);
      const result = call('where', triangle(self, diagonal, isLower), self, 0).to(self.dtype);
      return alias(result.contiguous(), self.sizes, contiguousStrides(self.sizes));
    },
  });
  defineOperator({
    name: `${name}_`,
    schema,
    doc: `In-place form of \`${name}\`.`,
    as: 'method',
    gradName: isLower ? 'TrilBackward0' : 'TriuBackward0',
    mutates: true,
    grad: { self: (grad, { diagonal }) => (isLower ? grad.tril(diagonal) : grad.triu(diagonal)) },
    forward({ self, diagonal }) {
      check(self);
      return self.copy_(call('where', triangle(self, diagonal, isLower), self, 0));
    },
  });
}

definedTriangle('tril', 'above');
definedTriangle('triu', 'below');

defineOperator({
  name: 'trace',
  schema: 'self: Tensor',
  doc: 'The sum of the diagonal of a matrix.',
  example: 'torch.tensor([[1, 2], [3, 4]]).trace()',
  grad: {
    self: (grad, { meta }) =>
      grad.mul(call('eye', ...meta.self.sizes, { dtype: grad.dtype, device: grad.device })),
  },
  forward({ self }) {
    if (self.ndim !== 2)
      throw new RuntimeError(`trace: expected a matrix, but got tensor with dim ${self.ndim}`);
    return self.diagonal().sum();
  },
});

defineOperator({
  name: 'meshgrid',
  schema: 'tensors: any..., *, indexing: str? = null',
  doc: "Vectors spread over a grid: one tensor a vector, each of the grid's shape. `indexing` is `ij` or `xy`.",
  example: "torch.meshgrid(torch.tensor([1, 2]), torch.tensor([3, 4, 5]), { indexing: 'ij' })",
  as: 'function',
  returns: 'Tensor[]',
  forward({ tensors, indexing }) {
    const list: Tensor[] = Array.isArray(tensors[0]) ? tensors[0] : tensors;
    if (list.length === 0) throw new RuntimeError('meshgrid expects a non-empty TensorList');
    if (indexing !== null && indexing !== 'ij' && indexing !== 'xy') {
      throw new RuntimeError(
        `torch.meshgrid: indexing must be one of "xy" or "ij", but received: ${indexing}`,
      );
    }
    const swapped = indexing === 'xy' && list.length >= 2;
    const axes = swapped ? [list[1], list[0], ...list.slice(2)] : list;
    const sizes = axes.map((tensor) => tensor.numel());
    const grids = axes.map((tensor, dim) =>
      tensor.view(sizes.map((size, own) => (own === dim ? size : 1))).expand(sizes),
    );
    return swapped ? [grids[1], grids[0], ...grids.slice(2)] : grids;
  },
});

defineOperator({
  name: 'cartesian_prod',
  schema: 'tensors: Tensor...',
  doc: 'All combinations of one element of each vector, a row each.',
  example: 'torch.cartesian_prod(torch.tensor([1, 2]), torch.tensor([3, 4]))',
  as: 'function',
  forward({ tensors }) {
    for (const tensor of tensors) {
      if (tensor.ndim !== 1)
        throw new RuntimeError(`Expect a 1D vector, but got shape ${shapeText(tensor.sizes)}`);
    }
    if (tensors.length === 1) return tensors[0];
    const grids = operatorNamed('meshgrid').call(tensors, { indexing: 'ij' }) as Tensor[];
    return call(
      'stack',
      grids.map((grid) => grid.reshape(-1)),
      1,
    );
  },
});

defineOperator({
  name: 'combinations',
  schema: 'self: Tensor, r: int = 2, with_replacement: bool = false',
  doc: 'All combinations of r elements of a vector, a row each.',
  example: 'torch.combinations(torch.tensor([1, 2, 3]))',
  forward({ self, r, with_replacement }) {
    if (self.ndim !== 1) throw new RuntimeError(`Expect a 1D vector, but got shape ${shapeText(self.sizes)}`);
    if (r < 0) throw new RuntimeError(`Expect a non-negative number, but got ${r}`);
    const rows: number[][] = [];
    const extend = (row: number[], from: number): void => {
      if (row.length === r) rows.push(row);
      else
        for (let next = from; next < self.numel(); next++)
          extend([...row, next], with_replacement ? next : next + 1);
    };
    if (r > 0) extend([], 0);
    const picked = call('tensor', rows.flat(), { dtype: int64 });
    return self.index_select(0, picked).view(rows.length, r);
  },
});

defineOperator({
  name: 'kron',
  schema: 'self: Tensor, other: Tensor',
  doc: 'Every element of one tensor times the whole of the other, as blocks.',
  example: 'torch.eye(2).kron(torch.tensor([[1, 2]]))',
  forward({ self, other }) {
    const ndim = Math.max(self.ndim, other.ndim);
    const padded = ({ sizes }: Tensor): number[] => [
      ...new Array<number>(ndim - sizes.length).fill(1),
      ...sizes,
    ];
    const [a, b] = [padded(self), padded(other)];
    const left = self.reshape(a.flatMap((size) => [size, 1]));
    const right = other.reshape(b.flatMap((size) => [1, size]));
    return unsafeView(
      left.mul(right).contiguous(),
      a.map((size, dim) => size * b[dim]),
    );
  },
});

defineOperator({
  name: 'block_diag',
  schema: 'tensors: Tensor...',
  doc: 'Matrices along the diagonal of one matrix of zeros.',
  example: 'torch.block_diag(torch.tensor([[1, 2]]), torch.tensor([[3], [4]]))',
  as: 'function',
  gradName: 'BlockDiagBackward0',
  grad: {
    tensors(grad, { tensors }) {
      let [row, column] = [0, 0];
      return (tensors as Pick<Tensor, 'sizes'>[]).map(({ sizes }) => {
        const [height, width] = sizes.length === 2 ? sizes : [1, sizes[0] ?? 1];
        const block = grad.narrow(0, row, height).narrow(1, column, width);
        row += height;
        column += width;
        return block.reshape(sizes as number[]);
      });
    },
  },
  forward({ tensors }) {
    const blocks = tensors.map((tensor) => call('atleast_2d', tensor));
    const width = blocks.reduce((sum, block) => sum + block.sizes[1], 0);
    let before = 0;
    const rows = blocks.map((block) => {
      const [height, own] = block.sizes;
      const row = call(
        'cat',
        [block.new_zeros(height, before), block, block.new_zeros(height, width - before - own)],
        1,
      );
      before += own;
      return row;
    });
    return call('cat', rows, 0);
  },
});

// ── padding ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Where each position of a padded dimension is read from, for the modes that repeat elements. */
function paddedPositions(mode: string, size: number, before: number, after: number): number[] {
  return Array.from({ length: before + size + after }, (_, position) => {
    const own = position - before;
    if (mode === 'replicate') return Math.min(Math.max(own, 0), size - 1);
    if (mode === 'circular') return ((own % size) + size) % size;
    return own < 0 ? -own : own >= size ? 2 * (size - 1) - own : own;
  });
}

defineOperator({
  name: 'constant_pad_nd',
  schema: 'self: Tensor, pad: int[], value: Scalar = 0',
  doc: 'The tensor with a border of one value; negative widths cut off.',
  example: 'torch.constant_pad_nd(torch.tensor([1, 2]), [1, 2], 9)',
  grad: {
    self: (grad, { pad }) =>
      operatorNamed('constant_pad_nd').call(
        grad,
        pad.map((width: number) => -width),
        0,
      ),
  },
  gradName: 'ConstantPadNdBackward0',
  forward({ self, pad, value }) {
    const sizes = [...self.sizes];
    let inner = self;
    const windows: [dim: number, start: number][] = [];
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
      windows.push([dim, Math.max(before, 0)]);
    }
    const out = self.new_full(sizes, value);
    let target = out;
    for (const [dim, start] of windows) target = target.narrow(dim, start, inner.sizes[dim]);
    target.copy_(inner);
    return out;
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
    if (mode === 'constant') return operatorNamed('constant_pad_nd').call(self, pad, value ?? 0);
    if (!['reflect', 'replicate', 'circular'].includes(mode)) {
      throw new RuntimeError(`Unrecognised padding mode ${mode}`);
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
