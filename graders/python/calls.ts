/** Calls of the engine's functions by Python's rules: arguments by place and by name, 2.0 apart from 2. */

import * as torch from 'torch';
import type { Bridge, Seen } from './bridge.ts';
import type { Py } from './brython.ts';
import { read } from './reading.ts';

// biome-ignore lint/suspicious/noExplicitAny: any of the engine's functions
type AnyFunction = (...args: any[]) => any;
type Operator = typeof torch.operators extends Map<string, infer O> ? O : never;

/** Calls an operator. `self` is among the arguments of a method. */
export function callOperator(bridge: Bridge, operator: Operator, args: Py[], isMethod: boolean): unknown {
  const { record, parameters } = operator;
  const { positional, named } = bridge.arguments(args, record.name);
  const seen: Seen = { wholeFloat: false, floatTensor: false };
  let values = positional.map((value) => bridge.toEngine(value, seen));
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(named)) {
    // What is left out here is not the same as None in the few places where both have a meaning.
    options[name] = bridge.toEngine(value, seen);
  }
  if (makers.has(record.name)) keepArrays(positional, values, options);
  const { out } = options;
  const givesOut = out instanceof torch.Tensor && !parameters.some(({ name }) => name === 'out');
  if (givesOut) delete options.out;
  if (seen.wholeFloat && !seen.floatTensor) {
    const makesTensor = parameters.some(({ name }) => name === 'dtype');
    const hasSelf = parameters[0]?.name === 'self' && record.name !== 'new_tensor';
    if (makesTensor && !hasSelf) options.dtype ??= torch.get_default_dtype();
    else {
      const isOperand = (name: string | undefined): boolean =>
        parameters.some((parameter) => parameter.name === name && parameter.type === 'Operand');
      values = values.map((value, k) =>
        bridge.isFloat(positional[k]) && isOperand(parameters[k]?.name) ? zeroDim(value) : value,
      );
      for (const name of Object.keys(named)) {
        if (bridge.isFloat(named[name]) && isOperand(name)) options[name] = zeroDim(options[name]);
      }
    }
  }
  const given = Object.keys(options).length > 0 ? [...values, options] : values;
  const [self, ...rest] = given as [Record<string, AnyFunction>];
  const result = settled(
    () => (isMethod ? self[record.name](...rest) : operator.call(...given)),
    given,
    (moved) => operator.call(...moved),
  );
  return givesOut && result instanceof torch.Tensor ? writeOut(record.name, out, result) : result;
}

const makers = new Set(['tensor', 'as_tensor']);

/** NumPy's numbers keep their types, and a list of arrays is joined, where tensors are made of them. */
function keepArrays([given]: Py[], values: unknown[], options: Record<string, unknown>): void {
  const [value] = values;
  const dtype: unknown = (torch as Record<string, unknown>)[given?.__class__?._kind];
  if (dtype instanceof torch.DType) options.dtype ??= dtype;
  if (Array.isArray(value) && value.length > 0 && value.every((one) => one instanceof torch.NdArray)) {
    values[0] = torch.stack(value.map((one) => torch.tensor(one))).numpy();
  }
}

/** `out=`: the result goes into a tensor that is there already, which takes its shape. */
function writeOut(name: string, out: torch.Tensor, result: torch.Tensor): torch.Tensor {
  if (result.requires_grad || out.requires_grad) {
    throw new torch.RuntimeError(
      `${name}(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.`,
    );
  }
  if (!torch.can_cast(result.dtype, out.dtype)) {
    throw new torch.RuntimeError(
      `result type ${result.dtype.scalarName} can't be cast to the desired output type ${out.dtype.scalarName}`,
    );
  }
  if (String(out.shape) !== String(result.shape)) out.resize_(result.shape);
  return out.copy_(result);
}

/** A Python float among whole numbers and bools: a float with no dimensions decides the type as a Python float does. */
function zeroDim(value: unknown): torch.Tensor {
  return torch.tensor(value as number, { dtype: torch.get_default_dtype() });
}

/** The few results that a GPU only promises are computed again on the cpu, where they are there at once. */
function settled(call: () => unknown, args: unknown[], again: (args: unknown[]) => unknown): unknown {
  const result = call();
  if (!(result instanceof Promise)) return result;
  result.catch(() => {});
  const device = args.find((arg) => arg instanceof torch.Tensor)?.device ?? 'cpu';
  const onCpu = again(args.map((arg) => (arg instanceof torch.Tensor ? read(arg) : arg)));
  return onCpu instanceof torch.Tensor ? onCpu.to(device) : onCpu;
}

const known = new WeakMap<AnyFunction, string[] | null>();

/**
 * The parameters of a function that takes all its arguments by place, as its text tells them; null for one that takes
 * some by name, which come in a last object.
 */
function placesOf(callee: AnyFunction): string[] | null {
  const found = known.get(callee);
  if (found !== undefined) return found;
  const text = Function.prototype.toString.call(callee);
  const isOpen = /^class\b|\[native code\]/.test(text);
  const parameters = isOpen ? '...' : (/^[^(]*\(([^()]*)\)/.exec(text)?.[1] ?? '...');
  const names = parameters.split(',').map((part) => /^\w+/.exec(part.trim())?.[0] ?? '');
  const places = /\.\.\.|\{|\boptions\b|\bsettings\b/.test(parameters) ? null : names.filter(Boolean);
  known.set(callee, places);
  return places;
}

/** Python's arguments as a function or class of the engine takes them. */
export function arrange(
  bridge: Bridge,
  callee: AnyFunction,
  args: Py[],
  convert: (value: Py) => unknown = (value) => bridge.toEngine(value),
): unknown[] {
  const { positional, named } = bridge.arguments(args, callee.name);
  const values = positional.map(convert);
  const entries = Object.entries(named);
  if (entries.length === 0) return values;
  const places = placesOf(callee);
  if (!places) return [...values, Object.fromEntries(entries.map(([name, value]) => [name, convert(value)]))];
  for (const [name, value] of entries) {
    const position = places.indexOf(name);
    if (position < 0) throw new TypeError(`${callee.name}() got an unexpected keyword argument '${name}'`);
    values[position] = convert(value);
  }
  return values;
}

/** Calls a function or method that is no operator, with Python's arguments. */
export function callFunction(
  bridge: Bridge,
  callee: AnyFunction,
  args: Py[],
  { receiver, convert }: { receiver?: object; convert?: (value: Py) => unknown } = {},
): unknown {
  const values = arrange(bridge, callee, args, convert);
  const call = (given: unknown[]): unknown => callee.apply(receiver, given);
  return settled(() => call(values), values, call);
}
