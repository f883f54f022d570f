/**
 * Derivatives of functions: products with the Jacobian and the Hessian, and the whole matrices. Inputs, outputs and
 * vectors are tensors or lists of them. Source: https://docs.pytorch.org/docs/stable/autograd.html#functional-higher-level-api
 */

import { byName } from '../core/call.ts';
import { RuntimeError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import { sameSizes } from '../core/shape.ts';
import { Tensor } from '../core/tensor.ts';
import { grad } from './backward.ts';
import { withGradMode } from './modes.ts';

type Tensors = Tensor | readonly Tensor[];
// biome-ignore lint/suspicious/noExplicitAny: a function of tensors, however many
type Fn = (...inputs: any[]) => any;

interface Options {
  create_graph?: boolean;
  strict?: boolean;
}

/** Tensors as a list, and whether they were one: results come in the form of what was given. */
interface Given {
  readonly list: readonly Tensor[];
  readonly isList: boolean;
}

function given(value: unknown, what: string, callee: string): Given {
  const isList = Array.isArray(value);
  const list = isList ? value : [value];
  const wrong = list.findIndex((one) => !(one instanceof Tensor));
  if (wrong < 0) return { list, isList };
  const where = isList ? `value at index ${wrong}` : `given ${what}`;
  throw new TypeError(
    `The ${what} given to ${callee} must be either a Tensor or a tuple of Tensors but the ${where} has type ${typeof list[wrong]}.`,
  );
}

const inForm = <T>(list: readonly T[], isList: boolean): T | readonly T[] => (isList ? list : list[0]);

/** Inputs to differentiate by: cut off from their own history, unless that is to be differentiated too. */
function tracked({ list }: Given, createGraph: boolean): Tensor[] {
  return list.map((input) =>
    createGraph && input.requires_grad ? input.view_as(input) : input.detach().requires_grad_(),
  );
}

const settled = (list: readonly Tensor[], createGraph: boolean): Tensor[] =>
  list.map((one) => (createGraph ? one : one.detach()));

/** Gradients of those outputs that depend on anything; null where none of them depends on an input. */
function gradients(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  vectors: readonly (Tensor | null)[],
  createGraph: boolean,
): (Tensor | null)[] {
  const live = outputs
    .map((output, k) => ({ output, vector: vectors[k] }))
    .filter(({ output }) => output.requires_grad);
  if (live.length === 0) return inputs.map(() => null);
  const settings = { retain_graph: true, create_graph: createGraph, allow_unused: true };
  const [from, by] = [live.map(({ output }) => output), live.map(({ vector }) => vector)];
  return grad(from, inputs, by, settings);
}

/** Zeros for what nothing depends on. @throws RuntimeError under `strict` */
function filled(found: readonly (Tensor | null)[], like: readonly Tensor[], strict: boolean): Tensor[] {
  return found.map((one, k) => {
    if (!one && strict) {
      throw new RuntimeError(
        `The output of the user-provided function is independent of input ${k}. This is not allowed in strict mode.`,
      );
    }
    return one ?? call('zeros_like', like[k].detach());
  });
}

function checkDepends(outputs: readonly Tensor[], strict: boolean): void {
  const wrong = outputs.findIndex((output) => !output.requires_grad);
  if (!strict || wrong < 0) return;
  throw new RuntimeError(
    `Output ${wrong} of the user-provided function does not require gradients. The outputs must be computed in a differentiable manner from the input when running in strict mode.`,
  );
}

/** The vector of a product: ones for a single number, where none is given. */
function vectorFor(v: Tensors | null, { list, isList }: Given, callee: string, instead: string): Tensor[] {
  if (v === null) {
    if (list.length === 1 && list[0].numel() === 1) return list.map((one) => call('ones_like', one));
    throw new RuntimeError(
      `The vector v can only be None if ${instead} a single Tensor with a single element.`,
    );
  }
  const vectors = given(v, 'v', callee).list.map((one) => one.detach());
  if (vectors.length !== list.length) {
    throw new RuntimeError(
      isList
        ? `v is a tuple of invalid length: should be ${list.length} but got ${vectors.length}.`
        : 'The given v should contain a single Tensor.',
    );
  }
  vectors.forEach((vector, k) => {
    if (sameSizes(vector.sizes, list[k].sizes)) return;
    const entry = isList ? `Entry ${k} in ` : '';
    throw new RuntimeError(`${entry}v has invalid size: should be ${list[k].shape} but got ${vector.shape}.`);
  });
  return vectors;
}

const outputsOf = 'outputs of the user-provided function';

/** The result, and `v` times the Jacobian. */
export const vjp = byName(
  'func, inputs, v | create_graph, strict',
  function vjp(func: Fn, inputs: Tensors, v: Tensors | null = null, options: Options = {}) {
    const { create_graph = false, strict = false } = options;
    const from = given(inputs, 'inputs', 'vjp');
    return withGradMode(true, () => {
      const own = tracked(from, create_graph);
      const outputs = given(func(...own), outputsOf, 'vjp');
      checkDepends(outputs.list, strict);
      const vectors = vectorFor(v, outputs, 'vjp', 'the user-provided function returns');
      const found = filled(gradients(outputs.list, own, vectors, create_graph), own, strict);
      return [
        inForm(settled(outputs.list, create_graph), outputs.isList),
        inForm(settled(found, create_graph), from.isList),
      ];
    });
  },
);

/** The Jacobian of a linear map's transpose, times a vector: the derivative of the gradients by the vector that they are for. */
function forward(
  outputs: readonly Tensor[],
  own: readonly Tensor[],
  vectors: readonly Tensor[],
  createGraph: boolean,
): Tensor[] {
  const dummies = outputs.map((output) => call('zeros_like', output).detach().requires_grad_());
  const back = gradients(outputs, own, dummies, true);
  const products = back.flatMap((one, k) => (one ? [{ one, vector: vectors[k] }] : []));
  const found = gradients(
    products.map(({ one }) => one),
    dummies,
    products.map(({ vector }) => vector),
    createGraph,
  );
  return filled(found, outputs, false);
}

/** The result, and the Jacobian times `v`. */
export const jvp = byName(
  'func, inputs, v | create_graph, strict',
  function jvp(func: Fn, inputs: Tensors, v: Tensors | null = null, options: Options = {}) {
    const { create_graph = false, strict = false } = options;
    const from = given(inputs, 'inputs', 'jvp');
    return withGradMode(true, () => {
      const vectors = vectorFor(v, from, 'jvp', 'the input to the user-provided function is');
      const own = tracked(from, create_graph);
      const outputs = given(func(...own), outputsOf, 'jvp');
      checkDepends(outputs.list, strict);
      const products = forward(outputs.list, own, vectors, create_graph);
      return [
        inForm(settled(outputs.list, create_graph), outputs.isList),
        inForm(settled(products, create_graph), outputs.isList),
      ];
    });
  },
);

/** The derivatives of every output element by every input element: (…output, …input), by outputs and then by inputs. */
export const jacobian = byName(
  'func, inputs | create_graph, strict, vectorize, strategy',
  function jacobian(func: Fn, inputs: Tensors, options: Options = {}) {
    const { create_graph = false, strict = false } = options;
    const from = given(inputs, 'inputs', 'jacobian');
    return withGradMode(true, () => {
      const own = tracked(from, create_graph);
      const outputs = given(func(...own), outputsOf, 'jacobian');
      checkDepends(outputs.list, strict);
      const blocks = outputs.list.map((output) => {
        const flat = output.reshape(-1);
        const rows = Array.from({ length: output.numel() }, (_, element) =>
          filled(gradients([flat.select(0, element)], own, [null], create_graph), own, strict),
        );
        const stacked = own.map((input, k) => {
          const sizes = [...output.sizes, ...input.sizes];
          if (rows.length === 0) return input.detach().new_zeros(sizes);
          return (
            call(
              'stack',
              rows.map((row) => row[k]),
            ) as Tensor
          ).view(sizes);
        });
        return inForm(settled(stacked, create_graph), from.isList);
      });
      return inForm(blocks, outputs.isList);
    });
  },
);

/** @throws RuntimeError for a function that gives more than one number */
function oneNumber(func: Fn, callee: string): Fn {
  return (...inputs) => {
    const result = func(...inputs);
    if (!(result instanceof Tensor)) {
      throw new RuntimeError(`The function given to ${callee} should return a single Tensor`);
    }
    if (result.numel() !== 1) {
      throw new RuntimeError(
        `The Tensor returned by the function given to ${callee} should contain a single element`,
      );
    }
    return result.reshape([]);
  };
}

/** The second derivatives of a function that gives one number: (…input, …input), by inputs twice. */
export const hessian = byName(
  'func, inputs | create_graph, strict, vectorize, outer_jacobian_strategy',
  function hessian(func: Fn, inputs: Tensors, options: Options = {}) {
    const isList = Array.isArray(inputs);
    const slope: Fn = (...own) =>
      jacobian(oneNumber(func, 'hessian'), isList ? own : own[0], { create_graph: true });
    return jacobian(slope, inputs, options);
  },
);

/** The result and the product of `v` with the Hessian, taken from one side or from the other. */
function hessianProduct(
  callee: 'vhp' | 'hvp',
  func: Fn,
  inputs: Tensors,
  v: Tensors | null,
  { create_graph = false, strict = false }: Options,
) {
  const from = given(inputs, 'inputs', callee);
  return withGradMode(true, () => {
    const vectors = vectorFor(v, from, callee, 'the input to the user-provided function is');
    const own = tracked(from, create_graph);
    const output = oneNumber(func, callee)(...own);
    checkDepends([output], strict);
    const slopes = filled(gradients([output], own, [null], true), own, strict);
    const products =
      callee === 'vhp'
        ? filled(gradients(slopes, own, vectors, create_graph), own, strict)
        : forward(slopes, own, vectors, create_graph);
    const [result] = settled([output], create_graph);
    return [result, inForm(settled(products, create_graph), from.isList)];
  });
}

/** The result, and `v` times the Hessian. */
export const vhp = byName(
  'func, inputs, v | create_graph, strict',
  function vhp(func: Fn, inputs: Tensors, v: Tensors | null = null, options: Options = {}) {
    return hessianProduct('vhp', func, inputs, v, options);
  },
);

/** The result, and the Hessian times `v`. */
export const hvp = byName(
  'func, inputs, v | create_graph, strict',
  function hvp(func: Fn, inputs: Tensors, v: Tensors | null = null, options: Options = {}) {
    return hessianProduct('hvp', func, inputs, v, options);
  },
);
