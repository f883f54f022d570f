/** Looking up rows of a table. */

import { withGradMode } from '../autograd/modes.ts';
import { int32, int64 } from '../core/dtype.ts';
import { IndexError, RuntimeError, ValueError } from '../core/errors.ts';
import { call, defineOperator, operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';

/** The row that gets no gradient, counted from the start. @throws ValueError where the table has no such row */
export function paddingRow(padding_idx: number | null, rows: number): number | null {
  if (padding_idx === null) return null;
  if (padding_idx >= rows || padding_idx < -rows) {
    throw new ValueError('Padding_idx must be within num_embeddings');
  }
  return padding_idx < 0 ? padding_idx + rows : padding_idx;
}

/** Shortens, in the table, the rows that are looked up to a norm of `max_norm`. */
export function shortenRows(weight: Tensor, rows: Tensor, max_norm: number, norm_type: number): void {
  withGradMode(false, () => {
    const found = weight.index_select(0, rows);
    const norms: Tensor = operatorNamed('norm').call(found, norm_type, 1, true);
    const scale = norms.add(1e-7).reciprocal().mul(max_norm);
    weight.index_copy_(0, rows, found.where(norms.le(max_norm), found.mul(scale)));
  });
}

defineOperator({
  name: '_embedding',
  schema: 'weight: Tensor, indices: Tensor, padding_idx: int? = null, scale_grad_by_freq: bool = false',
  doc: 'The rows of a table that numbers name.',
  as: 'function',
  gradName: 'EmbeddingBackward0',
  grad: {
    weight(grad, { meta, indices, padding_idx, scale_grad_by_freq }) {
      const [rows, width] = meta.weight.sizes;
      const named = indices.reshape(-1);
      let parts = grad.reshape(-1, width);
      if (scale_grad_by_freq) {
        const counts = grad.new_zeros([rows]).index_put([named], grad.new_ones([]), true);
        parts = parts.div(counts.index_select(0, named).unsqueeze(1));
      }
      const table = grad.new_zeros(meta.weight.sizes as number[]).index_put([named], parts, true);
      return padding_idx === null ? table : table.index_put([padding_idx], 0);
    },
  },
  saves: ['indices'],
  forward({ weight, indices }) {
    if (indices.dtype !== int64 && indices.dtype !== int32) {
      throw new RuntimeError(
        `Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got ${indices.dtype.className} instead (while checking arguments for embedding)`,
      );
    }
    if (indices.is_cpu && indices.numel() > 0) {
      const outside = Array.from(indices.toTypedArray(), Number).some(
        (row) => row < 0 || row >= weight.sizes[0],
      );
      if (outside) throw new IndexError('index out of range in self');
    }
    return weight.index_select(0, indices.reshape(-1)).view([...indices.sizes, ...weight.sizes.slice(1)]);
  },
});

defineOperator({
  name: 'embedding',
  schema:
    'weight: Tensor, indices: Tensor, padding_idx: int = -1, scale_grad_by_freq: bool = false, sparse: bool = false',
  doc: 'The rows of `weight` that the indices name: torch.nn.functional.embedding takes them the other way round.',
  example: 'torch.embedding(torch.tensor([[1, 2], [3, 4]]), torch.tensor([1, 0]))',
  as: 'function',
  forward({ weight, indices, padding_idx, scale_grad_by_freq }) {
    const row = paddingRow(padding_idx < 0 ? null : padding_idx, weight.sizes[0]);
    return call('_embedding', weight, indices, row, scale_grad_by_freq);
  },
});
