/** Picking elements of each row by their rank, on the GPU: rows are sorted, and the places are worked out there. */

import { int64 } from '../../core/dtype.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import { pickKernel, topkKernel } from '../cpu/pick.ts';
import { gatherKernel } from '../cpu/scatter.ts';
import { gpuOfTensor } from './kernels.ts';
import { rowLength } from './rows.ts';
import { sortIndices } from './sort.ts';

/** Where the elements of each sorted row were. */
function ascending(source: Tensor): Tensor {
  const indices = allocate(source.sizes, int64, gpuOfTensor(source));
  sortIndices(source, indices, false);
  return indices;
}

/** The last place of the longest run of equal elements in each sorted row: of the first such run. */
function endOfLongestRun(sorted: Tensor): Tensor {
  const length = rowLength(sorted);
  const numbers = sorted.new_zeros([length], { dtype: int64 }).add_(1).cumsum(0).sub_(1);
  if (length === 1) return sorted.new_zeros([...sorted.sizes], { dtype: int64 });
  const begins = sorted.narrow(-1, 1, length - 1).ne(sorted.narrow(-1, 0, length - 1));
  const starts = sorted.new_zeros([...sorted.sizes], { dtype: int64 });
  starts.narrow(-1, 1, length - 1).copy_(begins.mul(numbers.narrow(0, 1, length - 1)));
  const runLengths = numbers.sub(starts.cummax(-1)[0]);
  return runLengths.argmax(-1, true);
}

type What = 'median' | 'nanmedian' | 'mode' | 'kth';

/** The place in each sorted row of what is picked: a tensor of one a row. */
function rankOf(what: What, source: Tensor, order: Tensor, k: number): Tensor {
  const length = rowLength(source);
  if (what === 'mode') return endOfLongestRun(source.gather(-1, order));
  const like = order.narrow(-1, 0, 1);
  if (what === 'kth') return like.new_full([...like.sizes], k - 1);
  if (!source.dtype.is_floating_point) return like.new_full([...like.sizes], (length - 1) >> 1);
  // Those that are not numbers stand at the end: the first of them is the median, or they do not count.
  const numbers = source.isnan().logical_not().sum(-1, true);
  if (what === 'nanmedian') return numbers.sub(1).clamp_(0).floor_divide(2);
  return numbers.where(numbers.lt(length), numbers.new_full([], (length - 1) >> 1));
}

pickKernel.on('webgpu', (what: What, source: Tensor, values: Tensor, indices: Tensor, k: number): void => {
  const order = ascending(source);
  const rank = rankOf(what, source, order, k);
  const gather = gatherKernel.for(gpuOfTensor(source));
  gather(order, source.ndim - 1, rank, indices);
  gather(source, source.ndim - 1, indices, values);
});

topkKernel.on('webgpu', (source: Tensor, values: Tensor, indices: Tensor, largest: boolean): void => {
  sortIndices(source, indices, largest);
  gatherKernel.for(gpuOfTensor(source))(source, source.ndim - 1, indices, values);
});
