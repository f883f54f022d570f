/** Limited-memory BFGS: curvature learnt from the last steps. The loss is computed several times a step. */

import { withGradMode } from '../autograd/modes.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import { itemOf } from '../core/reading.ts';
import type { Tensor } from '../core/tensor.ts';
import { type Evaluation, strongWolfe } from './line-search.ts';
import { Optimizer, type ParamsInput, requireNonNegative } from './optimizer.ts';

export interface LBFGSOptions {
  lr: number;
  max_iter: number;
  max_eval: number | null;
  tolerance_grad: number;
  tolerance_change: number;
  history_size: number;
  line_search_fn: string | null;
}

/** What one pair of steps taught: the change of the gradient, the step, and the reciprocal of their product. */
interface Pair {
  readonly change: Tensor;
  readonly step: Tensor;
  readonly ro: Tensor;
}

interface History {
  direction: Tensor;
  length: number;
  pairs: Pair[];
  /** Scale of the first guess of the inverse Hessian; null is 1. */
  scale: Tensor | null;
  previous: Tensor;
}

type Place = Pick<Evaluation, 'loss' | 'gradient'>;

/** Where a step led, and how often the loss was computed for it. */
type Reached = Place & { readonly used: number };

/** @throws RuntimeError on a device whose numbers take a while to read: the path depends on them */
function value(tensor: Tensor): number {
  if (!tensor.is_cpu) throw new RuntimeError('LBFGS reads its loss at once: keep its parameters on the cpu');
  return Number(itemOf(tensor));
}

/**
 * Quasi-Newton steps from the last `history_size` gradients, of Liu and Nocedal (1989). `step` needs a closure.
 * @throws ValueError for several parameter groups
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.optim.LBFGS.html
 */
export class LBFGS extends Optimizer<LBFGSOptions> {
  #history: History | null = null;
  #iterations = 0;
  #evaluations = 0;

  constructor(params: ParamsInput<LBFGSOptions>, options: Partial<LBFGSOptions> = {}) {
    const max_iter = options.max_iter ?? 20;
    const defaults = {
      lr: 1,
      tolerance_grad: 1e-7,
      tolerance_change: 1e-9,
      history_size: 100,
      line_search_fn: null,
      ...options,
      max_iter,
      max_eval: options.max_eval ?? Math.floor((max_iter * 5) / 4),
    };
    requireNonNegative('learning rate', defaults.lr);
    super(params, defaults);
    if (this.param_groups.length !== 1) {
      throw new ValueError("LBFGS doesn't support per-parameter options (parameter groups)");
    }
  }

  protected update(): never {
    throw new RuntimeError('LBFGS moves all parameters at once');
  }

  get #parameters(): Tensor[] {
    return this.param_groups[0].params;
  }

  #flatGradient(): Tensor {
    const parts = this.#parameters.map((parameter) =>
      (parameter.grad ?? parameter.detach().new_zeros(parameter.sizes as number[])).reshape(-1),
    );
    return call('cat', parts);
  }

  #move(length: number, direction: Tensor): void {
    let offset = 0;
    for (const parameter of this.#parameters) {
      const count = parameter.numel();
      parameter.add_(direction.narrow(0, offset, count).view_as(parameter), { alpha: length });
      offset += count;
    }
  }

  /** One step of at most `max_iter` iterations. */
  override step(closure?: () => Tensor): Tensor {
    if (!closure) throw new TypeError("LBFGS.step() missing 1 required positional argument: 'closure'");
    return withGradMode(false, () => this.#step(() => withGradMode(true, closure)));
  }

  #step(closure: () => Tensor): Tensor {
    const group = this.param_groups[0];
    const { lr, max_iter, tolerance_grad, tolerance_change, line_search_fn } = group;
    const max_eval = group.max_eval as number;
    const isFlat = (gradient: Tensor): boolean => value(gradient.abs().max()) <= tolerance_grad;
    const original = closure();
    let here = { loss: value(original), gradient: this.#flatGradient() };
    let evaluations = 1;
    this.#evaluations++;
    if (isFlat(here.gradient)) return original;
    for (let iteration = 1; iteration <= max_iter; iteration++) {
      this.#iterations++;
      const history = this.#learn(here.gradient, group);
      const { direction } = history;
      history.length = lr;
      if (this.#iterations === 1) {
        const inverse = here.gradient.abs().sum().reciprocal();
        if (value(inverse) < 1) history.length = value(inverse.mul(lr));
      }
      const slope = value(here.gradient.dot(direction));
      if (slope > -tolerance_change) break;
      const before = here.loss;
      const { used, ...there } =
        line_search_fn === null
          ? this.#goOn(closure, history, here, iteration === max_iter)
          : this.#search(closure, history, { ...here, slope }, max_eval - evaluations, line_search_fn);
      here = there;
      evaluations += used;
      this.#evaluations += used;
      if (iteration === max_iter || evaluations >= max_eval || isFlat(here.gradient)) break;
      if (value(direction.mul(history.length).abs().max()) <= tolerance_change) break;
      if (Math.abs(here.loss - before) < tolerance_change) break;
    }
    const state = this.state.get(this.#parameters[0]) ?? {};
    this.state.set(this.#parameters[0], state);
    Object.assign(state, { func_evals: this.#evaluations, n_iter: this.#iterations });
    return original;
  }

  /** Takes the whole step. After the last one nobody asks how high the loss is. */
  #goOn(closure: () => Tensor, { length, direction }: History, here: Place, isLast: boolean): Reached {
    this.#move(length, direction);
    if (isLast) return { ...here, used: 0 };
    return { loss: value(closure()), gradient: this.#flatGradient(), used: 1 };
  }

  /** Takes the step that a search along the direction finds. */
  #search(closure: () => Tensor, history: History, here: Evaluation, most: number, search: string): Reached {
    if (search !== 'strong_wolfe') throw new RuntimeError("only 'strong_wolfe' is supported");
    const { direction } = history;
    const start = this.#parameters.map((parameter) => parameter.detach().clone());
    const evaluate = (length: number): Evaluation => {
      this.#move(length, direction);
      const at = { loss: value(closure()), gradient: this.#flatGradient() };
      this.#parameters.forEach((parameter, k) => {
        parameter.copy_(start[k]);
      });
      return { ...at, slope: value(at.gradient.dot(direction)) };
    };
    const { length, loss, gradient, used } = strongWolfe(
      evaluate,
      { length: history.length, ...here },
      direction,
      most,
    );
    history.length = length;
    this.#move(length, direction);
    return { loss, gradient, used };
  }

  /** The direction from here, by what the last steps taught. */
  #learn(gradient: Tensor, { history_size }: LBFGSOptions): History {
    const history = this.#history;
    if (!history) {
      const fresh = {
        direction: gradient.neg(),
        length: 0,
        pairs: [],
        scale: null,
        previous: gradient.clone(),
      };
      this.#history = fresh;
      return fresh;
    }
    const change = gradient.sub(history.previous);
    const step = history.direction.mul(history.length);
    const product = change.dot(step);
    if (value(product) > 1e-10) {
      if (history.pairs.length === history_size) history.pairs.shift();
      history.pairs.push({ change, step, ro: product.reciprocal() });
      history.scale = product.div(change.dot(change));
    }
    const q = gradient.neg();
    const weights: Tensor[] = [];
    for (const { change: own, step: along, ro } of [...history.pairs].reverse()) {
      const weight = along.dot(q).mul(ro);
      weights.push(weight);
      q.add_(own, { alpha: -value(weight) });
    }
    const direction = history.scale ? q.mul(history.scale) : q.clone();
    for (const { change: own, step: along, ro } of history.pairs) {
      const back = own.dot(direction).mul(ro);
      direction.add_(along, { alpha: value((weights.pop() as Tensor).sub(back)) });
    }
    history.direction = direction;
    history.previous = gradient.clone();
    return history;
  }
}
