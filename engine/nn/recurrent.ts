/** Recurrent layers: RNN, LSTM and GRU, of any depth and in both directions. */

import { methodByName } from '../core/call.ts';
import { float32 } from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import { sameSizes } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import type { Given } from './cells.ts';
import * as F from './functional.ts';
import * as init from './init.ts';
import { fieldsOf, Module } from './module.ts';
import { numbersOf, PackedSequence } from './packed.ts';
import { Parameter } from './parameter.ts';

export interface RecurrentOptions {
  num_layers?: number;
  bias?: boolean;
  batch_first?: boolean;
  dropout?: number;
  bidirectional?: boolean;
  nonlinearity?: 'tanh' | 'relu';
  proj_size?: number;
}

/** One step: from the input's part, the hidden state and its weights, the next states (hidden first). */
type Step = (
  input: Tensor,
  states: readonly Tensor[],
  weights: { weight: Tensor; bias: Tensor | null; projection: Tensor | null },
) => Tensor[];

abstract class Recurrent extends Module {
  readonly input_size: number;
  readonly hidden_size: number;
  readonly num_layers: number;
  readonly batch_first: boolean;
  readonly dropout: number;
  readonly bidirectional: boolean;
  /** The size to which an LSTM's outputs are projected; 0 where they are not. */
  readonly proj_size: number;
  readonly #bias: boolean;

  constructor(gates: number, input_size: number, hidden_size: number, options: RecurrentOptions) {
    super();
    this.input_size = input_size;
    this.hidden_size = hidden_size;
    this.num_layers = options.num_layers ?? 1;
    this.batch_first = options.batch_first ?? false;
    this.dropout = options.dropout ?? 0;
    this.bidirectional = options.bidirectional ?? false;
    this.proj_size = options.proj_size ?? 0;
    this.#bias = options.bias ?? true;
    if (this.num_layers <= 0) throw new ValueError('num_layers must be greater than zero');
    if (!(this.dropout >= 0 && this.dropout <= 1)) {
      throw new ValueError(
        'dropout should be a number in range [0, 1] representing the probability of an element being zeroed',
      );
    }
    if (this.proj_size < 0) {
      throw new ValueError('proj_size should be a positive integer or zero to disable projections');
    }
    if (this.proj_size >= hidden_size && this.proj_size > 0) {
      throw new ValueError('proj_size has to be smaller than hidden_size');
    }
    const directions = this.bidirectional ? 2 : 1;
    const given = this.proj_size || hidden_size;
    for (let layer = 0; layer < this.num_layers; layer++) {
      const width = layer === 0 ? input_size : given * directions;
      for (let direction = 0; direction < directions; direction++) {
        const suffix = suffixOf(layer, direction);
        const shapes: Record<string, number[]> = {
          weight_ih: [gates * hidden_size, width],
          weight_hh: [gates * hidden_size, given],
          ...(this.#bias && { bias_ih: [gates * hidden_size], bias_hh: [gates * hidden_size] }),
          ...(this.proj_size > 0 && { weight_hr: [this.proj_size, hidden_size] }),
        };
        for (const [name, sizes] of Object.entries(shapes))
          this.register_parameter(name + suffix, new Parameter(call('empty', sizes)));
      }
    }
    const bound = hidden_size > 0 ? 1 / Math.sqrt(hidden_size) : 0;
    for (const parameter of this.parameters()) init.uniform_(parameter, -bound, bound);
  }

  #parameter(name: string): Parameter {
    return fieldsOf(this)[name] as Parameter;
  }

  /** Runs all layers; hands back the outputs and the last states of each layer and direction, stacked. */
  protected run(
    input: Tensor | PackedSequence,
    states: readonly (Tensor | null)[],
    step: Step,
  ): { output: Tensor | PackedSequence; last: Tensor[] } {
    if (input instanceof PackedSequence) return this.#runPacked(input, states, step);
    if (input.ndim !== 2 && input.ndim !== 3) {
      throw new ValueError(
        `${this.constructor.name}: Expected input to be 2D or 3D, got ${input.ndim}D instead`,
      );
    }
    if (input.sizes[input.ndim - 1] !== this.input_size) {
      throw new RuntimeError(
        `input.size(-1) must be equal to input_size. Expected ${this.input_size}, got ${input.sizes[input.ndim - 1]}`,
      );
    }
    const hasBatch = input.ndim === 3;
    const withBatch = hasBatch ? input : input.unsqueeze(this.batch_first ? 0 : 1);
    const sequence = this.batch_first ? withBatch.transpose(0, 1) : withBatch;
    this.#checkRanks(states, hasBatch);
    const given = states.map((state) => (state && !hasBatch ? state.unsqueeze(1) : state));
    this.#checkSizes(given, sequence.sizes[1]);
    const { output, last } = this.#layers(sequence, null, sequence.sizes[1], given, step);
    const turn = this.#isOneCall(output) ? 'transpose' : '_transpose_layer';
    const arranged = this.batch_first ? call(turn, output, 0, 1) : output;
    if (hasBatch) return { output: arranged, last };
    return {
      output: arranged.squeeze(this.batch_first ? 0 : 1),
      last: last.map((state) => state.squeeze(1)),
    };
  }

  /** @throws RuntimeError for states with a batch where the input has none, or the other way round */
  #checkRanks(states: readonly (Tensor | null)[], hasBatch: boolean): void {
    const given = states.filter((state) => state !== null);
    const rank = hasBatch ? 3 : 2;
    if (given.every((state) => state.ndim === rank)) return;
    const kind = hasBatch ? 'batched 3-D' : 'unbatched 2-D';
    const [names, ranks] =
      given.length === 2
        ? ['hx and cx', `(${given[0].ndim}-D, ${given[1].ndim}-D) tensors`]
        : ['hx', `${given[0].ndim}-D tensor`];
    throw new RuntimeError(`For ${kind} input, ${names} should also be ${rank}-D but got ${ranks}`);
  }

  /** @throws RuntimeError for states that have not one row for each layer, direction and sequence */
  #checkSizes(states: readonly (Tensor | null)[], batch: number): void {
    const rows = this.num_layers * (this.bidirectional ? 2 : 1);
    states.forEach((state, k) => {
      const expected = [rows, batch, k === 0 && this.proj_size > 0 ? this.proj_size : this.hidden_size];
      if (!state || sameSizes(state.sizes, expected)) return;
      const which = states.length === 1 ? 'hidden' : `hidden[${k}]`;
      throw new RuntimeError(
        `Expected ${which} size (${expected.join(', ')}), got [${state.sizes.join(', ')}]`,
      );
    });
  }

  /** States are in the order of the batch that was packed, which lies sorted by length. */
  #runPacked(input: PackedSequence, states: readonly (Tensor | null)[], step: Step) {
    const { sorted_indices: sorted, unsorted_indices: back } = input;
    const turned = (state: Tensor, order: Tensor | null): Tensor =>
      order ? state.index_select(1, order.to(state.device)) : state;
    const sizes = numbersOf(input.batch_sizes);
    this.#checkSizes(states, sizes[0]);
    const given = states.map((state) => state && turned(state, sorted));
    const { output, last } = this.#layers(input.data, sizes, sizes[0], given, step);
    return { output: input.with(output), last: last.map((state) => turned(state, back)) };
  }

  /** Without padding, `sizes` says how many sequences reach each step. */
  #layers(
    input: Tensor,
    sizes: readonly number[] | null,
    batch: number,
    states: readonly (Tensor | null)[],
    step: Step,
  ): { output: Tensor; last: Tensor[] } {
    let sequence = input;
    const directions = this.bidirectional ? 2 : 1;
    const { dtype, device } = input;
    const finals: Tensor[][] = states.map(() => []);
    for (let layer = 0; layer < this.num_layers; layer++) {
      const outputs: Tensor[] = [];
      for (let direction = 0; direction < directions; direction++) {
        const index = layer * directions + direction;
        const start = states.map((state, k) => {
          const width = k === 0 && this.proj_size > 0 ? this.proj_size : this.hidden_size;
          return state?.select(0, index) ?? call('zeros', batch, width, { dtype, device });
        });
        const suffix = suffixOf(layer, direction);
        const ran = this.#layer(sequence, sizes, start, suffix, direction === 1, step);
        outputs.push(ran.output);
        ran.last.forEach((state, k) => void finals[k].push(state));
      }
      sequence = outputs.length === 1 ? outputs[0] : call('cat', outputs, -1);
      if (layer < this.num_layers - 1) sequence = F.dropout(sequence, this.dropout, this.training);
    }
    return { output: sequence, last: finals.map((list) => call('stack', list)) };
  }

  #layer(
    sequence: Tensor,
    sizes: readonly number[] | null,
    start: Tensor[],
    suffix: string,
    isBackwards: boolean,
    step: Step,
  ): { output: Tensor; last: Tensor[] } {
    const bias = (name: string): Tensor | null => (this.#bias ? this.#parameter(name + suffix) : null);
    const projected = F.linear(sequence, this.#parameter(`weight_ih${suffix}`), bias('bias_ih'));
    const inputs = (sizes ? projected.split([...sizes]) : projected.unbind(0)) as Tensor[];
    if (isBackwards) inputs.reverse();
    let states = start;
    const outputs = inputs.map((input) => {
      const count = input.sizes[0];
      const active = states.map((state) => (count < state.sizes[0] ? state.narrow(0, 0, count) : state));
      const next = step(input, active, {
        weight: this.#parameter(`weight_hh${suffix}`),
        bias: bias('bias_hh'),
        projection: this.proj_size > 0 ? this.#parameter(`weight_hr${suffix}`) : null,
      });
      // Sequences that do not reach this step keep their states.
      states = states.map((state, k) => {
        const left = state.sizes[0] - count;
        return left > 0 ? call('cat', [next[k], state.narrow(0, count, left)]) : next[k];
      });
      return next[0];
    });
    if (isBackwards) outputs.reverse();
    return {
      output: call(sizes ? 'cat' : this.#isOneCall(sequence) ? '_rnn_layer' : 'stack', outputs),
      last: states,
    };
  }

  /** Whether PyTorch has one function for the whole layer, after which the graph's node is named. */
  #isOneCall({ dtype }: Tensor): boolean {
    return this instanceof LSTM && this.proj_size === 0 && dtype === float32;
  }

  override extra_repr(): string {
    const parts = [`${this.input_size}, ${this.hidden_size}`];
    if (this.proj_size > 0) parts.push(`proj_size=${this.proj_size}`);
    if (this.num_layers !== 1) parts.push(`num_layers=${this.num_layers}`);
    if (!this.#bias) parts.push('bias=False');
    if (this.batch_first) parts.push('batch_first=True');
    if (this.dropout !== 0) parts.push(`dropout=${this.dropout}`);
    if (this.bidirectional) parts.push('bidirectional=True');
    return parts.join(', ');
  }
}

function suffixOf(layer: number, direction: number): string {
  return `_l${layer}${direction === 1 ? '_reverse' : ''}`;
}

/** @throws ValueError where something else than an LSTM is to project its outputs */
function refuseProjection({ proj_size }: RecurrentOptions): void {
  if (proj_size === undefined) return;
  throw new ValueError('proj_size argument is only supported for LSTM, not RNN or GRU');
}

/**
 * h' = tanh(W x + b + U h + c). `forward(input, h?)` gives `[output, h]`.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.RNN.html
 */
export class RNN extends Recurrent {
  readonly nonlinearity: 'tanh' | 'relu';

  constructor(input_size: number, hidden_size: number, options: RecurrentOptions = {}) {
    refuseProjection(options);
    super(1, input_size, hidden_size, options);
    this.nonlinearity = options.nonlinearity ?? 'tanh';
    if (this.nonlinearity !== 'tanh' && this.nonlinearity !== 'relu') {
      throw new ValueError(`Unknown nonlinearity '${this.nonlinearity}'. Select from 'tanh' or 'relu'.`);
    }
  }

  forward<T extends Tensor | PackedSequence>(input: T, h: Given<Tensor> = null): [T, Tensor] {
    const { output, last } = this.run(input, [h as Tensor | null], (x, [hidden], { weight, bias }) => {
      const sum = x.add(F.linear(hidden, weight, bias));
      return [this.nonlinearity === 'tanh' ? sum.tanh() : sum.relu()];
    });
    return [output as T, last[0]];
  }
}

/**
 * Long short-term memory. `forward(input, [h, c]?)` gives `[output, [h, c]]`.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LSTM.html
 */
export class LSTM extends Recurrent {
  constructor(input_size: number, hidden_size: number, options: RecurrentOptions = {}) {
    super(4, input_size, hidden_size, options);
  }

  forward<T extends Tensor | PackedSequence>(
    input: T,
    states: Given<readonly [Tensor, Tensor]> = null,
  ): [T, [Tensor, Tensor]] {
    const { output, last } = this.run(
      input,
      (states as [Tensor, Tensor] | null) ?? [null, null],
      (x, [hidden, cell], weights) => {
        const { weight, bias, projection } = weights;
        const [i, f, g, o] = x.add(F.linear(hidden, weight, bias)).chunk(4, -1) as Tensor[];
        const next = f.sigmoid().mul(cell).add(i.sigmoid().mul(g.tanh()));
        const out = o.sigmoid().mul(next.tanh());
        return [projection ? F.linear(out, projection) : out, next];
      },
    );
    return [output as T, [last[0], last[1]]];
  }
}

/**
 * Gated recurrent unit. `forward(input, h?)` gives `[output, h]`.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.GRU.html
 */
export class GRU extends Recurrent {
  constructor(input_size: number, hidden_size: number, options: RecurrentOptions = {}) {
    refuseProjection(options);
    super(3, input_size, hidden_size, options);
  }

  forward<T extends Tensor | PackedSequence>(input: T, h: Given<Tensor> = null): [T, Tensor] {
    const { output, last } = this.run(input, [h as Tensor | null], (x, [hidden], { weight, bias }) => {
      const [xr, xz, xn] = x.chunk(3, -1) as Tensor[];
      const [hr, hz, hn] = F.linear(hidden, weight, bias).chunk(3, -1) as Tensor[];
      const reset = xr.add(hr).sigmoid();
      const update = xz.add(hz).sigmoid();
      const fresh = xn.add(reset.mul(hn)).tanh();
      return [fresh.add(update.mul(hidden.sub(fresh)))];
    });
    return [output as T, last[0]];
  }
}

for (const Class of [RNN, LSTM, GRU]) methodByName(Class, 'forward', 'input, hx');
