/** Gradients held against differences of nearby values. Source: https://docs.pytorch.org/docs/stable/generated/torch.autograd.gradcheck.gradcheck.html */

import { float64 } from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { cpuArray } from '../core/reading.ts';
import { Tensor } from '../core/tensor.ts';
import { grad } from './backward.ts';
import { withGradMode } from './modes.ts';

export interface CheckOptions {
  eps?: number;
  atol?: number;
  rtol?: number;
  raise_exception?: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: any function of tensors
type Fn = (...inputs: any[]) => Tensor | readonly Tensor[];

const listOf = (value: Tensor | readonly Tensor[]): readonly Tensor[] =>
  value instanceof Tensor ? [value] : value;

function elements(tensor: Tensor): Float64Array {
  return Float64Array.from(tensor.detach().toTypedArray() as ArrayLike<number>);
}

/** Slopes of every output element by differences of one input element, which is put back afterwards. */
function numericalColumn(
  fn: Fn,
  inputs: readonly unknown[],
  input: Tensor,
  position: number,
  eps: number,
): Float64Array[] {
  // Asked for each time: what the function computes may move the input's array.
  const set = (value: number): void => {
    cpuArray(input)[position] = value;
  };
  const before = cpuArray(input)[position] as number;
  const at = (value: number): Float64Array[] => {
    set(value);
    return withGradMode(false, () => listOf(fn(...inputs)).map(elements));
  };
  const [above, below] = [at(before + eps), at(before - eps)];
  set(before);
  return above.map((list, k) => list.map((value, flat) => (value - below[k][flat]) / (2 * eps)));
}

/** @throws RuntimeError that shows where the two disagree, unless raise_exception is false */
export function gradcheck(fn: Fn, inputs: Tensor | readonly unknown[], options: CheckOptions = {}): boolean {
  const { eps = 1e-6, atol = 1e-5, rtol = 1e-3, raise_exception = true } = options;
  const args = inputs instanceof Tensor ? [inputs] : [...inputs];
  const checked = args.filter((arg): arg is Tensor => arg instanceof Tensor && arg.requires_grad);
  if (checked.length === 0) {
    throw new ValueError(
      'gradcheck expects at least one input tensor to require gradient, but none of them have requires_grad=True.',
    );
  }
  const outputs = [...listOf(fn(...args)).entries()].filter(([, output]) => output.requires_grad);
  for (const [which, input] of checked.entries()) {
    if (!input.is_contiguous())
      throw new RuntimeError('gradcheck wants contiguous inputs here: call contiguous() first');
    const analytical = outputs.map(([k, output]) => [k, rowsOf(output, input)] as const);
    for (let flat = 0; flat < input.numel(); flat++) {
      const numerical = numericalColumn(fn, args, input, input.offset + flat, eps);
      for (const [k, rows] of analytical) {
        const wrong = rows.findIndex((row, element) => {
          const expected = numerical[k][element];
          return !(Math.abs(row[flat] - expected) <= atol + rtol * Math.abs(expected));
        });
        if (wrong < 0) continue;
        if (!raise_exception) return false;
        throw new RuntimeError(
          `Jacobian mismatch for output ${k} with respect to input ${which},\nnumerical:${numerical[k][wrong]}\nanalytical:${rows[wrong][flat]}\n`,
        );
      }
    }
  }
  return true;
}

/** The gradient of each output element with respect to an input. */
function rowsOf(output: Tensor, input: Tensor): Float64Array[] {
  return Array.from({ length: output.numel() }, (_, element) => {
    const seed = output.detach().new_zeros(output.sizes as number[]);
    seed.view(-1).index_put_([element], 1);
    const [gradient] = grad(output, input, seed, { retain_graph: true, allow_unused: true });
    return gradient ? elements(gradient) : new Float64Array(input.numel());
  });
}

/** gradcheck of the gradient: second derivatives. */
export function gradgradcheck(
  fn: Fn,
  inputs: Tensor | readonly unknown[],
  options: CheckOptions = {},
): boolean {
  const args = inputs instanceof Tensor ? [inputs] : [...inputs];
  const outputs = withGradMode(false, () => listOf(fn(...args)));
  const seeds = outputs.map((output) =>
    output
      .detach()
      .new_ones(output.sizes as number[])
      .to(float64)
      .mul(0.7)
      .requires_grad_(),
  );
  const first = (...all: unknown[]): Tensor[] => {
    const own = all.slice(0, args.length);
    const given = all.slice(args.length) as Tensor[];
    const wanted = own.filter((arg): arg is Tensor => arg instanceof Tensor && arg.requires_grad);
    // Differences are taken without recording: the first gradient is computed from a graph of its own.
    const results = withGradMode(true, () => {
      const made = listOf(fn(...own));
      return grad(made, wanted, given, { create_graph: true, allow_unused: true });
    });
    return results.flatMap((result) => (result ? [result] : []));
  };
  return gradcheck(first, [...args, ...seeds], options);
}
