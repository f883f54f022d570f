/** `torch.nn.utils.rnn`: batches of sequences of different lengths. */

import { byName } from '../core/call.ts';
import { int64 } from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import { Tensor } from '../core/tensor.ts';
import { refuseReading } from '../ops/support.ts';

/** Counts and orders lie on the cpu, wherever the sequences do. */
const whole = (values: readonly number[]): Tensor =>
  call('tensor', [...values], { dtype: int64, device: 'cpu' });

/** Sequences side by side without padding: all first steps, all second ones, and so on; the longest sequence first. */
export class PackedSequence {
  readonly data: Tensor;
  /** How many sequences reach each step. */
  readonly batch_sizes: Tensor;
  readonly sorted_indices: Tensor | null;
  readonly unsorted_indices: Tensor | null;

  constructor(
    data: Tensor,
    batch_sizes: Tensor,
    sorted_indices: Tensor | null = null,
    unsorted_indices: Tensor | null = null,
  ) {
    this.data = data;
    this.batch_sizes = batch_sizes;
    this.sorted_indices = sorted_indices;
    this.unsorted_indices = unsorted_indices ?? invert_permutation(sorted_indices);
  }

  /** The same sequences with other elements. */
  with(data: Tensor): PackedSequence {
    return new PackedSequence(data, this.batch_sizes, this.sorted_indices, this.unsorted_indices);
  }

  toString(): string {
    const shown = (value: Tensor | null): string => (value ? String(value) : 'None');
    return `PackedSequence(data=${shown(this.data)}, batch_sizes=${shown(this.batch_sizes)}, sorted_indices=${shown(this.sorted_indices)}, unsorted_indices=${shown(this.unsorted_indices)})`;
  }
}

export function numbersOf(tensor: Tensor): number[] {
  refuseReading(tensor, 'lengths on the cpu');
  return [...tensor.contiguous().toTypedArray()].map(Number);
}

/** Where each place of an order came from. */
export function invert_permutation(permutation: Tensor | null): Tensor | null {
  if (!permutation) return null;
  const order = numbersOf(permutation);
  return whole(order.map((_, place) => order.indexOf(place)));
}

type Lengths = Tensor | readonly number[];
const lengthsOf = (lengths: Lengths): number[] =>
  lengths instanceof Tensor ? numbersOf(lengths) : [...lengths];

function checkLengths(lengths: readonly number[], batch: number, isSorted: boolean): void {
  if (lengths.length !== batch) {
    throw new RuntimeError(
      `Expected \`len(lengths)\` to be equal to batch_size, but got ${lengths.length} (batch_size=${batch})`,
    );
  }
  if (isSorted && lengths.some((length, k) => k > 0 && length > lengths[k - 1])) {
    throw new RuntimeError(
      '`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass `enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement if you do not need ONNX exportability.',
    );
  }
  if (lengths.some((length) => length <= 0)) {
    throw new RuntimeError(
      "Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0",
    );
  }
}

/** A padded batch without its padding. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.rnn.pack_padded_sequence.html */
export const pack_padded_sequence = byName(
  'input, lengths, batch_first, enforce_sorted',
  function pack_padded_sequence(
    input: Tensor,
    lengths: Lengths,
    batch_first = false,
    enforce_sorted = true,
  ): PackedSequence {
    const given = lengthsOf(lengths);
    const order = [...given.keys()];
    if (!enforce_sorted) order.sort((a, b) => given[b] - given[a]);
    const sorted = enforce_sorted ? null : whole(order);
    const steps = batch_first ? input.transpose(0, 1) : input;
    checkLengths(given, steps.sizes[1], enforce_sorted);
    const longest = given[order[0]];
    const sizes = Array.from(
      { length: longest },
      (_, step) => given.filter((length) => length > step).length,
    );
    const arranged = sorted ? steps.index_select(1, sorted.to(input.device)) : steps;
    return new PackedSequence(call('_pack_padded_sequence', arranged, sizes), whole(sizes), sorted);
  },
);

/** A packed batch with padding again, and how long each sequence is. */
export const pad_packed_sequence = byName(
  'sequence, batch_first, padding_value, total_length',
  function pad_packed_sequence(
    sequence: PackedSequence,
    batch_first = false,
    padding_value = 0,
    total_length: number | null = null,
  ): [Tensor, Tensor] {
    const sizes = numbersOf(sequence.batch_sizes);
    const length = total_length ?? sizes.length;
    if (length < sizes.length) {
      throw new ValueError(
        `Expected total_length to be at least the length of the longest sequence in input, but got total_length=${length} and max sequence length being ${sizes.length}`,
      );
    }
    const { data, unsorted_indices: back } = sequence;
    const padded = data.new_full([length, sizes[0], ...data.sizes.slice(1)], padding_value);
    let start = 0;
    sizes.forEach((count, step) => {
      padded
        .select(0, step)
        .narrow(0, 0, count)
        .copy_(data.narrow(0, start, count));
      start += count;
    });
    const lengths = whole(
      Array.from({ length: sizes[0] }, (_, k) => sizes.filter((count) => count > k).length),
    );
    const steps = batch_first ? padded.transpose(0, 1) : padded;
    if (!back) return [steps, lengths];
    return [steps.index_select(batch_first ? 0 : 1, back.to(data.device)), lengths.index_select(0, back)];
  },
);

/** Sequences as one padded batch. */
export const pad_sequence = byName(
  'sequences, batch_first, padding_value, padding_side',
  function pad_sequence(
    sequences: Iterable<Tensor>,
    batch_first = false,
    padding_value = 0,
    padding_side = 'right',
  ): Tensor {
    const list = [...sequences];
    const length = Math.max(...list.map(({ sizes }) => sizes[0]));
    const rows = list.map((one) => {
      const missing = length - one.sizes[0];
      if (missing === 0) return one;
      const rest = one.new_full([missing, ...one.sizes.slice(1)], padding_value);
      return call('cat', padding_side === 'left' ? [rest, one] : [one, rest]);
    });
    return call('stack', rows, batch_first ? 0 : 1);
  },
);

/** The sequences of a padded batch, without their padding. */
export const unpad_sequence = byName(
  'padded_sequences, lengths, batch_first',
  function unpad_sequence(padded_sequences: Tensor, lengths: Lengths, batch_first = false): Tensor[] {
    const rows = batch_first ? padded_sequences : padded_sequences.transpose(0, 1);
    return lengthsOf(lengths).map((length, k) =>
      rows.index(k).index(call('arange', length, { device: rows.device })),
    );
  },
);

/** Sequences packed. */
export const pack_sequence = byName(
  'sequences, enforce_sorted',
  function pack_sequence(sequences: Iterable<Tensor>, enforce_sorted = true): PackedSequence {
    const list = [...sequences];
    const lengths = list.map(({ sizes }) => sizes[0]);
    return pack_padded_sequence(pad_sequence(list), lengths, false, enforce_sorted);
  },
);

/** The sequences of a packed batch. */
export const unpack_sequence = byName(
  'packed_sequences',
  function unpack_sequence(packed_sequences: PackedSequence): Tensor[] {
    const [padded, lengths] = pad_packed_sequence(packed_sequences);
    return unpad_sequence(padded, lengths);
  },
);
