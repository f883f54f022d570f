/** One step of a recurrent layer each. */

import { methodByName } from '../core/call.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import * as F from './functional.ts';
import * as init from './init.ts';
import { Module } from './module.ts';
import type { Parameter } from './parameter.ts';
import { empty } from './weights.ts';

/** States to begin with as they may be given, by place or by name: what has the name is taken out before forward runs. */
export type Given<State> = State | null | { readonly hx?: State | null };

abstract class Cell extends Module {
  readonly input_size: number;
  readonly hidden_size: number;
  weight_ih: Parameter;
  weight_hh: Parameter;
  bias_ih: Parameter | null;
  bias_hh: Parameter | null;

  constructor(gates: number, input_size: number, hidden_size: number, bias: boolean) {
    super();
    this.input_size = input_size;
    this.hidden_size = hidden_size;
    this.weight_ih = empty([gates * hidden_size, input_size]);
    this.weight_hh = empty([gates * hidden_size, hidden_size]);
    this.bias_ih = bias ? empty([gates * hidden_size]) : null;
    this.bias_hh = bias ? empty([gates * hidden_size]) : null;
    const bound = hidden_size > 0 ? 1 / Math.sqrt(hidden_size) : 0;
    for (const parameter of this.parameters()) init.uniform_(parameter, -bound, bound);
  }

  /** Runs a step on a batch, which may be one example alone. Hidden states that are not given are zeros. */
  protected step(
    input: Tensor,
    states: readonly (Tensor | null)[],
    run: (fromInput: Tensor, fromHidden: Tensor, states: readonly Tensor[]) => Tensor[],
  ): Tensor[] {
    this.#checkRank('input', input);
    states.forEach((state, k) => {
      if (state) this.#checkRank(states.length > 1 ? `hx[${k}]` : 'hidden', state);
    });
    const isBatch = input.ndim === 2;
    const batch = isBatch ? input : input.unsqueeze(0);
    const { dtype, device } = input;
    const zeros = (): Tensor => call('zeros', batch.sizes[0], this.hidden_size, { dtype, device });
    const own = states.map((state) => (state ? (isBatch ? state : state.unsqueeze(0)) : zeros()));
    this.#checkSizes(batch, own);
    const next = run(
      F.linear(batch, this.weight_ih, this.bias_ih),
      F.linear(own[0], this.weight_hh, this.bias_hh),
      own,
    );
    return isBatch ? next : next.map((state) => state.squeeze(0));
  }

  #checkRank(name: string, tensor: Tensor): void {
    if (tensor.ndim === 1 || tensor.ndim === 2) return;
    throw new ValueError(
      `${this.constructor.name}: Expected ${name} to be 1D or 2D, got ${tensor.ndim}D instead`,
    );
  }

  #checkSizes(input: Tensor, states: readonly Tensor[]): void {
    if (input.sizes[1] !== this.input_size) {
      throw new RuntimeError(
        `input has inconsistent input_size: got ${input.sizes[1]} expected ${this.input_size}`,
      );
    }
    for (const [k, { sizes }] of states.entries()) {
      if (sizes[0] !== input.sizes[0]) {
        throw new RuntimeError(
          `Input batch size ${input.sizes[0]} doesn't match hidden${k} batch size ${sizes[0]}`,
        );
      }
      if (sizes[1] !== this.hidden_size) {
        throw new RuntimeError(
          `hidden${k} has inconsistent hidden_size: got ${sizes[1]}, expected ${this.hidden_size}`,
        );
      }
    }
  }

  override extra_repr(): string {
    return `${this.input_size}, ${this.hidden_size}${this.bias_ih ? '' : ', bias=False'}`;
  }
}

/** h' = tanh(W x + b + U h + c). Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.RNNCell.html */
export class RNNCell extends Cell {
  readonly nonlinearity: string;

  constructor(
    input_size: number,
    hidden_size: number,
    options: { bias?: boolean; nonlinearity?: string } = {},
  ) {
    super(1, input_size, hidden_size, options.bias ?? true);
    this.nonlinearity = options.nonlinearity ?? 'tanh';
  }

  forward(input: Tensor, hx: Given<Tensor> = null): Tensor {
    if (this.nonlinearity !== 'tanh' && this.nonlinearity !== 'relu') {
      throw new RuntimeError(`Unknown nonlinearity: ${this.nonlinearity}`);
    }
    const [hidden] = this.step(input, [hx as Tensor | null], (x, h) => {
      const sum = x.add(h);
      return [this.nonlinearity === 'tanh' ? sum.tanh() : sum.relu()];
    });
    return hidden;
  }

  override extra_repr(): string {
    return `${super.extra_repr()}${this.nonlinearity === 'tanh' ? '' : `, nonlinearity=${this.nonlinearity}`}`;
  }
}

/**
 * Long short-term memory. `forward(input, [h, c]?)` gives `[h, c]`.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.LSTMCell.html
 */
export class LSTMCell extends Cell {
  constructor(input_size: number, hidden_size: number, options: { bias?: boolean } = {}) {
    super(4, input_size, hidden_size, options.bias ?? true);
  }

  forward(input: Tensor, hx: Given<readonly [Tensor, Tensor]> = null): [Tensor, Tensor] {
    const [hidden, cell] = this.step(
      input,
      (hx as [Tensor, Tensor] | null) ?? [null, null],
      (x, h, [, before]) => {
        const [i, f, g, o] = x.add(h).chunk(4, 1) as Tensor[];
        const after = f.sigmoid().mul(before).add(i.sigmoid().mul(g.tanh()));
        return [o.sigmoid().mul(after.tanh()), after];
      },
    );
    return [hidden, cell];
  }
}

/** Gated recurrent unit. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.GRUCell.html */
export class GRUCell extends Cell {
  constructor(input_size: number, hidden_size: number, options: { bias?: boolean } = {}) {
    super(3, input_size, hidden_size, options.bias ?? true);
  }

  forward(input: Tensor, hx: Given<Tensor> = null): Tensor {
    const [hidden] = this.step(input, [hx as Tensor | null], (x, h, [before]) => {
      const [xr, xz, xn] = x.chunk(3, 1) as Tensor[];
      const [hr, hz, hn] = h.chunk(3, 1) as Tensor[];
      const fresh = xn.add(hr.add(xr).sigmoid().mul(hn)).tanh();
      return [before.sub(fresh).mul(hz.add(xz).sigmoid()).add(fresh)];
    });
    return hidden;
  }
}

for (const Class of [RNNCell, LSTMCell, GRUCell]) methodByName(Class, 'forward', 'input, hx');
