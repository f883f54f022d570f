/** Connectionist temporal classification: the likelihood of a text when nobody says which step wrote which letter. */

import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { Tensor } from '../core/tensor.ts';
import { reduceLoss } from './reduction.ts';
import { noDerivative, refuseReading, throwNotImplemented } from './support.ts';

/** One example of a batch: the logarithms of its probabilities, and its text with blanks around each letter. */
interface Example {
  readonly at: (step: number, label: number) => number;
  readonly steps: number;
  readonly labels: readonly number[];
}

const numbersOf = (tensor: Tensor): number[] => [...tensor.contiguous().toTypedArray()].map(Number);

function logSum(...terms: number[]): number {
  const most = Math.max(...terms);
  if (most === -Infinity) return most;
  return most + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - most), 0));
}

/** Whether a path may leap over the blank between two letters: they differ. */
const mayLeap = (labels: readonly number[], k: number): boolean => k > 1 && labels[k] !== labels[k - 2];

/** The logarithms of the probabilities of all beginnings of paths: by step, and by place in the text. */
function beginnings({ at, steps, labels }: Example): number[][] {
  const rows: number[][] = [];
  for (let step = 0; step < steps; step++) {
    const before = rows[step - 1];
    rows.push(
      labels.map((label, k) => {
        if (!before) return k < 2 ? at(0, label) : -Infinity;
        const leap = mayLeap(labels, k) ? before[k - 2] : -Infinity;
        return logSum(before[k], before[k - 1] ?? -Infinity, leap) + at(step, label);
      }),
    );
  }
  return rows;
}

/** The same of all endings: the beginnings of what is read backwards. */
function endings({ at, steps, labels }: Example): number[][] {
  const reversed = { at: (step: number, label: number) => at(steps - 1 - step, label), steps };
  const rows = beginnings({ ...reversed, labels: [...labels].reverse() });
  return rows.reverse().map((row) => row.reverse());
}

/** Minus the logarithm of the probability of all paths that write the text. */
function costOf(example: Example, rows: readonly number[][]): number {
  const { steps, labels } = example;
  if (steps === 0) return labels.length > 1 ? Infinity : 0;
  const last = rows[steps - 1];
  return -logSum(last[labels.length - 1], last[labels.length - 2] ?? -Infinity);
}

interface Batch {
  log_probs: Tensor;
  targets: Tensor;
  input_lengths: number[];
  target_lengths: number[];
  blank: number;
}

function examplesOf({ log_probs, targets, input_lengths, target_lengths, blank }: Batch): Example[] {
  const [, count, classes] = log_probs.sizes;
  const values = numbersOf(log_probs);
  const letters = numbersOf(targets);
  let start = 0;
  return target_lengths.map((length, n) => {
    const from = targets.ndim === 1 ? start : n * targets.sizes[1];
    start += length;
    const text = letters.slice(from, from + length);
    return {
      at: (step, label) => values[(step * count + n) * classes + label],
      steps: input_lengths[n],
      labels: [blank, ...text.flatMap((letter) => [letter, blank])],
    };
  });
}

const like = (data: number[], { dtype }: Tensor): Tensor => call('tensor', data, { dtype });
const schema =
  'log_probs: Tensor, targets: Tensor, input_lengths: int[], target_lengths: int[], blank: int, zero_infinity: bool';

const backward = defineOperator({
  name: '_ctc_loss_backward',
  schema: `grad: Tensor, ${schema}`,
  doc: 'The gradient of `_ctc_loss`, as if the probabilities of each step were sure to add up to 1.',
  as: 'internal',
  grad: { grad: noDerivative('_ctc_loss_backward') },
  forward({ grad, zero_infinity, ...batch }) {
    const [, count, classes] = batch.log_probs.sizes;
    const result = new Array<number>(batch.log_probs.numel()).fill(0);
    const outer = numbersOf(grad);
    examplesOf(batch).forEach((example, n) => {
      const [before, after] = [beginnings(example), endings(example)];
      const cost = costOf(example, before);
      if (zero_infinity && cost === Infinity) return;
      for (let step = 0; step < example.steps; step++) {
        for (let label = 0; label < classes; label++) {
          const own = example.at(step, label);
          const through = example.labels.map((other, k) =>
            other === label ? before[step][k] + after[step][k] : -Infinity,
          );
          // Both halves count this step, hence once too often.
          const share = Math.exp(logSum(-Infinity, ...through) + cost - own);
          result[(step * count + n) * classes + label] = (Math.exp(own) - share) * outer[n];
        }
      }
    });
    return like(result, batch.log_probs).view(batch.log_probs.sizes as number[]);
  },
});

const costs = defineOperator({
  name: '_ctc_loss',
  schema,
  doc: 'Minus the logarithm of the probability of each text.',
  as: 'internal',
  gradName: 'CtcLossBackward0',
  grad: {
    log_probs: (grad, { log_probs, targets, input_lengths, target_lengths, blank, zero_infinity }) =>
      backward(grad, log_probs, targets, input_lengths, target_lengths, blank, zero_infinity),
  },
  saves: ['log_probs', 'targets'],
  forward({ zero_infinity, ...batch }) {
    const found = examplesOf(batch).map((example) => costOf(example, beginnings(example)));
    return like(
      found.map((cost) => (zero_infinity && cost === Infinity ? 0 : cost)),
      batch.log_probs,
    );
  },
});

/** Lengths as numbers: PyTorch takes a tensor or a tuple. */
const lengthsOf = (given: Tensor | number | number[]): number[] =>
  given instanceof Tensor ? numbersOf(given) : [given].flat();

function check({ log_probs, targets, input_lengths, target_lengths, blank }: Batch): void {
  const [steps, count, classes] = log_probs.sizes;
  if (blank < 0 || blank >= classes) throw new RuntimeError('blank must be in label range');
  if (input_lengths.length !== count) throw new RuntimeError('input_lengths must be of size batch_size');
  if (target_lengths.length !== count) throw new RuntimeError('target_lengths must be of size batch_size');
  const where = '(while checking arguments for ctc_loss_allocate_outputs)';
  const longest = Math.max(0, ...target_lengths);
  if (targets.ndim === 2 && targets.sizes[1] < longest) {
    throw new RuntimeError(
      `Expected tensor to have size at least ${longest} at dimension 1, but got size ${targets.sizes[1]} for argument #2 'targets' ${where}`,
    );
  }
  const total = target_lengths.reduce((sum, length) => sum + length, 0);
  if (targets.ndim === 1 && targets.sizes[0] !== total) {
    throw new RuntimeError(
      `Expected tensor to have size ${total} at dimension 0, but got size ${targets.sizes[0]} for argument #2 'targets' ${where}`,
    );
  }
  const tooLong = input_lengths.find((length) => length > steps);
  if (tooLong !== undefined) {
    throw new RuntimeError(
      `Expected input_lengths to have value at most ${steps}, but got value ${tooLong} ${where}`,
    );
  }
}

defineOperator({
  name: 'ctc_loss',
  schema:
    "log_probs: Tensor, targets: Tensor, input_lengths: any, target_lengths: any, blank: int = 0, reduction: str = 'mean', zero_infinity: bool = false",
  doc: 'How unlikely the texts `targets` are, each spread over the steps of (T, N, C) log-probabilities with blanks and repetitions in between.',
  example:
    'torch.nn.functional.ctc_loss(torch.zeros(4, 1, 3).log_softmax(2), torch.tensor([[1, 2]]), [4], [2])',
  as: 'functional',
  forward({ log_probs, targets, blank, reduction, zero_infinity, ...lengths }) {
    refuseReading(log_probs, 'ctc_loss on the cpu');
    if (!log_probs.dtype.is_floating_point) throwNotImplemented('ctc_loss_cpu', log_probs.dtype);
    const hasBatch = log_probs.ndim === 3;
    const [input_lengths, target_lengths] = [lengths.input_lengths, lengths.target_lengths].map(lengthsOf);
    const batch = {
      log_probs: hasBatch ? log_probs : log_probs.unsqueeze(1),
      targets,
      input_lengths,
      target_lengths,
      blank,
    };
    check(batch);
    const each: Tensor = costs(batch.log_probs, targets, input_lengths, target_lengths, blank, zero_infinity);
    const result = hasBatch ? each : each.squeeze(0);
    if (reduction !== 'mean') return reduceLoss(result, reduction);
    const sizes = like(
      target_lengths.map((length) => Math.max(length, 1)),
      log_probs,
    );
    return result.div(hasBatch ? sizes : sizes.squeeze(0)).mean();
  },
});
