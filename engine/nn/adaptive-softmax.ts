/** Softmax over very many classes: the frequent ones at once, the others by clusters. */

import { RuntimeError, ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { refuseReading } from '../ops/support.ts';
import { ModuleList, Sequential } from './containers.ts';
import * as F from './functional.ts';
import { Linear } from './linear.ts';
import { Module } from './module.ts';

export interface AdaptiveOptions {
  div_value?: number;
  head_bias?: boolean;
}

/** What the layer gives: the log-probability of each example's class, and their mean loss. */
class ASMOutput extends Array<Tensor> {
  get output(): Tensor {
    return this[0];
  }

  get loss(): Tensor {
    return this[1];
  }
}

function checkShapes(input: Tensor, target: Tensor): void {
  if (target.ndim > 1) throw new RuntimeError('0D or 1D target tensor expected, multi-target not supported');
  if (target.ndim === 1 && input.sizes[0] !== target.sizes[0]) {
    throw new RuntimeError('Input and target should have the same size in the batch dimension.');
  }
  if (input.ndim === target.ndim + 1) return;
  throw new RuntimeError(
    `${target.ndim}D target tensor expects ${target.ndim + 1}D input tensors, but found inputs with size ${input.shape}`,
  );
}

/**
 * An approximate softmax for many classes, ordered from frequent to rare: rows (N, in_features) and classes (N) to the
 * log-probabilities of those classes (N) and their mean loss.
 * @throws ValueError for cutoffs that are not increasing, and RuntimeError for a class that is not there
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveLogSoftmaxWithLoss.html
 */
export class AdaptiveLogSoftmaxWithLoss extends Module {
  readonly in_features: number;
  readonly n_classes: number;
  readonly cutoffs: readonly number[];
  readonly shortlist_size: number;
  readonly head: Linear;
  readonly tail: ModuleList;

  constructor(
    in_features: number,
    n_classes: number,
    cutoffs: readonly number[],
    { div_value = 4, head_bias = false }: AdaptiveOptions = {},
  ) {
    super();
    if (cutoffs.length === 0) throw new ValueError('cutoffs should be a sequence of length larger than 0');
    const bounds = [0, ...cutoffs, n_classes];
    if (bounds.some((bound, k) => !Number.isInteger(bound) || (k > 0 && bound <= bounds[k - 1]))) {
      throw new ValueError(
        'cutoffs should be a sequence of unique, positive integers sorted in an increasing order, where each value is between 1 and n_classes-1',
      );
    }
    this.in_features = in_features;
    this.n_classes = n_classes;
    this.cutoffs = [...cutoffs, n_classes];
    this.shortlist_size = cutoffs[0];
    this.head = new Linear(in_features, cutoffs[0] + cutoffs.length, { bias: head_bias });
    this.tail = new ModuleList(
      cutoffs.map((cutoff, k) => {
        const hidden = Math.floor(in_features / div_value ** (k + 1));
        const size = this.cutoffs[k + 1] - cutoff;
        return new Sequential(
          new Linear(in_features, hidden, { bias: false }),
          new Linear(hidden, size, { bias: false }),
        );
      }),
    );
  }

  forward(input: Tensor, target: Tensor): ASMOutput {
    checkShapes(input, target);
    refuseReading(target, 'targets on the cpu');
    if (target.ndim === 0) {
      const [output, loss] = this.#ofBatch(input.unsqueeze(0), target.unsqueeze(0));
      return ASMOutput.from([output.squeeze(0), loss]) as ASMOutput;
    }
    return this.#ofBatch(input, target);
  }

  #ofBatch(input: Tensor, target: Tensor): ASMOutput {
    const classes = [...target.toTypedArray()].map(Number);
    const wrong = classes.some((own) => own < 0 || own >= this.n_classes);
    if (wrong) {
      throw new RuntimeError(
        `Target values should be in [0, ${this.n_classes - 1}], but values in range [${Math.min(...classes)}, ${Math.max(...classes)}] were found. `,
      );
    }
    const bounds = [0, ...this.cutoffs];
    let output: Tensor = input.new_zeros(classes.length);
    const places = classes.map((own) => (own < this.shortlist_size ? own : 0));
    for (let k = 1; k < this.cutoffs.length; k++) {
      const rows = classes.flatMap((own, row) => (own >= bounds[k] && own < bounds[k + 1] ? [row] : []));
      if (rows.length === 0) continue;
      for (const row of rows) places[row] = this.shortlist_size + k - 1;
      const index = call('tensor', rows);
      const within = target.index_select(0, index).sub(bounds[k]).unsqueeze(1);
      const scores: Tensor = F.log_softmax(this.tail.at(k - 1).forward(input.index_select(0, index)), 1);
      output = output.index_copy(0, index, scores.gather(1, within).squeeze(1));
    }
    const head = F.log_softmax(this.head.forward(input), 1);
    const total = output.add(head.gather(1, call('tensor', places).unsqueeze(1)).squeeze(1));
    return ASMOutput.from([total, total.neg().mean()]) as ASMOutput;
  }

  /** The log-probabilities of all classes. */
  log_prob(input: Tensor): Tensor {
    const head = F.log_softmax(this.head.forward(input), 1);
    const out = input.new_empty([input.sizes[0], this.n_classes]);
    out.narrow(1, 0, this.shortlist_size).copy_(head.narrow(1, 0, this.shortlist_size));
    this.cutoffs.slice(1).forEach((stop, k) => {
      const start = this.cutoffs[k];
      const scores = F.log_softmax(this.tail.at(k).forward(input), 1);
      const own = scores.add(head.select(1, this.shortlist_size + k).unsqueeze(1));
      out.narrow(1, start, stop - start).copy_(own);
    });
    return out;
  }

  /** The most probable class of each example. */
  predict(input: Tensor): Tensor {
    return this.log_prob(input).argmax(1);
  }
}
