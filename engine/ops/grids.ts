/** Every element of one tensor with every element of others: grids, combinations, block matrices. */

import './joining.ts';
import { int64 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { shapeText } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { unsafeView } from './views.ts';

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
    if (list.some((tensor) => tensor.ndim > 1)) {
      const shapes = list.map(({ sizes }) => `${sizes.join(' ')}`);
      throw new RuntimeError(
        `torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: ${shapes[list.findIndex((tensor) => tensor.ndim > 1)]}`,
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
    const grids = call<Tensor[]>('meshgrid', tensors, { indexing: 'ij' });
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
  as: 'function',
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
    tensors.forEach((tensor, k) => {
      if (tensor.ndim <= 2) return;
      throw new RuntimeError(
        `torch.block_diag: Input tensors must have 2 or fewer dimensions. Input ${k} has ${tensor.ndim} dimensions`,
      );
    });
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
