/**
 * The untrusted half of grading: makes the calls, next to the learner's code, and reports what they did. It knows no
 * expectation, so there is nothing here that tampering could bring to light.
 */

import * as torch from 'torch';
import type { CaseInput, Outcome, TensorData, Thrown, Value } from './types.ts';
import { fromTensor, toArgument, toTensor, toValue } from './values.ts';

/** The learner's module: its named exports. */
export type Exports = Readonly<Record<string, unknown>>;

/** Makes every call with fresh arguments. `describe` finds the learner's own line in an error. */
export async function runCases(
  exports: Exports,
  cases: readonly CaseInput[],
  device: string,
  describe: (error: unknown) => Thrown,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const input of cases) {
    try {
      outcomes.push(await call(exports, input, needsCpu(input) ? 'cpu' : device));
    } catch (error) {
      outcomes.push({ status: 'threw', error: describe(error) });
    }
  }
  return outcomes;
}

/** A GPU has no float64: calls that hand some over are made on the cpu, on any device. */
function needsCpu({ args }: CaseInput): boolean {
  const isDouble = (value: Value): boolean =>
    value.kind === 'list' ? value.items.some(isDouble) : value.kind === 'tensor' && value.dtype === 'float64';
  return args.some(isDouble);
}

async function call(
  exports: Exports,
  { function: name, args, weights }: CaseInput,
  device: string,
): Promise<Outcome> {
  const fn = exports[name];
  if (typeof fn !== 'function') {
    throw new ReferenceError(`there is no function '${name}': keep \`export function ${name}\` in the code`);
  }
  torch.manual_seed(0);
  torch.set_default_device(device);
  const given = args.map((arg) => toArgument(arg, device));
  const value: unknown = await fn(...given);
  const shares = given.flatMap((arg, position) => (sharesMemory(value, arg) ? [position] : []));
  const grads: (TensorData | null)[] = [];
  if (weights) {
    if (value instanceof torch.Tensor && value.requires_grad) value.backward(toTensor(weights, device));
    for (const arg of given) {
      grads.push(arg instanceof torch.Tensor && arg.grad ? await fromTensor(arg.grad) : null);
    }
  }
  const after: Value[] = [];
  for (const arg of given) after.push(await toValue(arg));
  return {
    status: 'returned',
    value: await toValue(value),
    args: after,
    grads,
    shares,
    kernel: hasOwnKernel(value),
  };
}

function addressOf(value: unknown): number | null {
  if (value instanceof torch.NdArray) return torch.from_numpy(value).storage.address;
  return value instanceof torch.Tensor ? value.storage.address : null;
}

function sharesMemory(value: unknown, arg: unknown): boolean {
  const address = addressOf(value);
  return address !== null && address === addressOf(arg);
}

function hasOwnKernel(value: unknown): boolean {
  return value instanceof torch.Tensor && value.storage.hasOwnKernel === true;
}
