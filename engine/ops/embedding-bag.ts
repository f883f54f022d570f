/** Sums, means or maxima of the rows that bags of numbers name. */

import { int64 } from '../core/dtype.ts';
import { NotImplementedError, RuntimeError, ValueError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { paddingRow, shortenRows } from './embedding.ts';
import { recomputed } from './recomputed.ts';
import { refuseReading } from './support.ts';

interface Bags {
  weight: Tensor;
  /** The number of each row, bag after bag. */
  input: Tensor;
  per_sample_weights: Tensor | null;
  lengths: number[];
  mode: string;
}

function bagged({ weight, input, per_sample_weights, lengths, mode }: Bags): Tensor {
  const named = weight.index_select(0, input);
  const rows = per_sample_weights ? named.mul(per_sample_weights.unsqueeze(1)) : named;
  const zeros = weight.detach().new_zeros([lengths.length, weight.sizes[1]]);
  if (mode === 'max') {
    let start = 0;
    const most = lengths.map((length, bag) => {
      const own = rows.narrow(0, start, length);
      start += length;
      return length > 0 ? own.max(0).values : zeros.select(0, bag);
    });
    return call('stack', most);
  }
  const owners = lengths.flatMap((length, bag) => new Array<number>(length).fill(bag));
  const sums = zeros.index_add(0, call('tensor', owners, { dtype: int64, device: weight.device }), rows);
  if (mode === 'sum') return sums;
  const counts = lengths.map((length) => [Math.max(length, 1)]);
  return sums.div(call('tensor', counts, { dtype: weight.dtype, device: weight.device }));
}

defineOperator({
  name: '_embedding_bag',
  schema: 'weight: Tensor, input: Tensor, per_sample_weights: Tensor?, lengths: int[], mode: str',
  doc: 'The rows of each bag as one.',
  as: 'function',
  gradName: 'EmbeddingBagBackward0',
  grad: recomputed(['weight', 'per_sample_weights'], ({ weight, input, per_sample_weights, lengths, mode }) =>
    bagged({ weight, input, per_sample_weights, lengths, mode }),
  ),
  saves: ['weight', 'input', 'per_sample_weights'],
  forward: bagged,
});

const numbersOf = (tensor: Tensor): number[] => [...tensor.contiguous().toTypedArray()].map(Number);

/** How many numbers each bag has, from where each begins. */
function lengthsFrom(offsets: Tensor, count: number, includesEnd: boolean): number[] {
  refuseReading(offsets, 'offsets on the cpu');
  const starts = numbersOf(offsets);
  if (starts[0] !== 0) {
    throw new RuntimeError(
      `offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0. However, got ${starts[0]}`,
    );
  }
  const ends = includesEnd ? starts.slice(1) : [...starts.slice(1), count];
  return ends.map((end, bag) => end - starts[bag]);
}

/** The bags without the numbers that only fill them up. */
function withoutPadding(bags: Bags, padding: number): Bags {
  refuseReading(bags.input, 'numbers on the cpu');
  const numbers = numbersOf(bags.input);
  let start = 0;
  const lengths = bags.lengths.map((length) => {
    const own = numbers.slice(start, start + length);
    start += length;
    return own.filter((number) => number !== padding).length;
  });
  const kept = numbers.flatMap((number, position) => (number === padding ? [] : [position]));
  const places = call('tensor', kept, { dtype: int64 });
  return {
    ...bags,
    lengths,
    input: bags.input.index_select(0, places),
    per_sample_weights: bags.per_sample_weights?.index_select(0, places) ?? null,
  };
}

defineOperator({
  name: 'embedding_bag',
  schema:
    "input: Tensor, weight: Tensor, offsets: Tensor? = null, max_norm: float? = null, norm_type: float = 2, scale_grad_by_freq: bool = false, mode: str = 'mean', sparse: bool = false, per_sample_weights: Tensor? = null, include_last_offset: bool = false, padding_idx: int? = null",
  doc: 'The mean (or sum, or maximum) of the rows of `weight` that each bag of numbers names: the rows of a matrix are bags, or a vector is cut at `offsets`. Numbers equal to `padding_idx` are left out.',
  example:
    "torch.nn.functional.embedding_bag(torch.tensor([[0, 2]]), torch.tensor([[1, 2.5], [3, 4], [5, 6]]), { mode: 'sum' })",
  as: 'functional',
  forward(args) {
    const { input, weight, offsets, mode, per_sample_weights, include_last_offset } = args;
    if (args.scale_grad_by_freq) {
      throw new ValueError(
        'embedding_bag does not scale gradients by frequency: leave scale_grad_by_freq out',
      );
    }
    if (!['sum', 'mean', 'max'].includes(mode)) {
      throw new ValueError('mode has to be one of sum or mean');
    }
    if (input.ndim === 2 && offsets) {
      throw new ValueError(
        "if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length sequences. However, found offsets of type <class 'torch.Tensor'>",
      );
    }
    if (input.ndim === 1 && !offsets) throw new ValueError('offsets has to be a 1D Tensor but got None');
    if (input.ndim !== 1 && input.ndim !== 2) {
      throw new ValueError(`input has to be 1D or 2D Tensor, but got Tensor of dimension ${input.ndim}`);
    }
    if (per_sample_weights && mode !== 'sum') {
      throw new NotImplementedError(
        `embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='${mode}'). Please open a feature request on GitHub.`,
      );
    }
    const lengths = offsets
      ? lengthsFrom(offsets, input.numel(), include_last_offset)
      : new Array<number>(input.sizes[0]).fill(input.sizes[1]);
    const bags: Bags = {
      weight,
      input: input.reshape(-1).to(int64),
      per_sample_weights: per_sample_weights?.reshape(-1) ?? null,
      lengths,
      mode,
    };
    const padding = paddingRow(args.padding_idx, weight.sizes[0]);
    const {
      input: named,
      per_sample_weights: own,
      lengths: counts,
    } = padding === null ? bags : withoutPadding(bags, padding);
    if (args.max_norm !== null) shortenRows(weight, named, args.max_norm, args.norm_type);
    return call('_embedding_bag', weight, named, own, counts, mode);
  },
});
