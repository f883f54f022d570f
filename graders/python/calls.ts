/** Calls of the engine's functions by Python's rules: arguments by place and by name, 2.0 apart from 2. */

import * as torch from 'torch';
import type { Bridge, Seen } from './bridge.ts';
import type { Py } from './brython.ts';
import { read } from './reading.ts';
import signatures from './signatures.json' with { type: 'json' };

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
  return settled(
    () => (isMethod ? self[record.name](...rest) : operator.call(...given)),
    given,
    (moved) => operator.call(...moved),
  );
}

/** A Python float among whole numbers and bools: a float with no dimensions decides the type as a Python float does. */
function zeroDim(value: unknown): torch.Tensor {
  return torch.tensor(value, { dtype: torch.get_default_dtype() });
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

interface Signature {
  /** Parameters that take their arguments by place. */
  places: string[];
  /** Whether a trailing object names further ones. */
  options: boolean;
  /** Whether any number of arguments may follow. */
  rest: boolean;
}

const known = new WeakMap<AnyFunction, Signature>();

/** A JavaScript function's own parameters, as its text tells them. */
function signatureOf(callee: AnyFunction): Signature {
  const found = known.get(callee);
  if (found) return found;
  const text = Function.prototype.toString.call(callee);
  const isClass = /^class\b/.test(text);
  const at = isClass ? /[\s;{}]constructor\s*\(/.exec(text) : /\(/.exec(text);
  const parent = Object.getPrototypeOf(callee);
  let signature: Signature = { places: [], options: false, rest: false };
  if (at) signature = readParameters(text.slice(at.index + at[0].length));
  else if (isClass && parent !== Function.prototype) signature = signatureOf(parent);
  known.set(callee, signature);
  return signature;
}

/** The parameters up to the closing bracket. */
function readParameters(text: string): Signature {
  const parts: string[] = [''];
  let depth = 0;
  for (const char of text) {
    if (')]}'.includes(char) && --depth < 0) break;
    if ('([{'.includes(char)) depth++;
    if (char === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  const names = parts.map((part) => part.trim()).filter((part) => part !== '');
  const isOptions = (name: string): boolean => /^(\{|options\b|settings\b)/.test(name);
  return {
    places: names
      .filter((name) => !isOptions(name) && !name.startsWith('...'))
      .map((name) => /^\w+/.exec(name)![0]),
    options: names.some(isOptions),
    rest: names.some((name) => name.startsWith('...')),
  };
}

/**
 * Arguments for a function or class that is no operator. `path` is its name in PyTorch, whose own signature tells the
 * names of arguments given by place where ours takes them by name.
 */
export function arrange(
  bridge: Bridge,
  callee: AnyFunction,
  path: string,
  args: Py[],
  convert: (value: Py) => unknown = (value) => bridge.toEngine(value),
): unknown[] {
  const { positional, named } = bridge.arguments(args, path);
  const { places, options, rest } = signatureOf(callee);
  const theirs = (signatures as Record<string, string[]>)[path] ?? places;
  const values: unknown[] = [];
  const settings: Record<string, unknown> = {};
  positional.forEach((value, position) => {
    if (position < places.length || rest || !options) values[position] = convert(value);
    else settings[theirs[position]] = convert(value);
  });
  for (const [name, value] of Object.entries(named)) {
    const ours = places.indexOf(name);
    const position = ours >= 0 ? ours : theirs.indexOf(name);
    if (ours < 0 && theirs.length > 0 && position < 0 && path in signatures) {
      const shown = path.slice(path.lastIndexOf('.') + 1);
      const what = /^[A-Z]/.test(shown) ? `${shown}.__init__` : shown;
      throw new TypeError(`${what}() got an unexpected keyword argument '${name}'`);
    }
    if (position >= 0 && position < places.length) values[position] = convert(value);
    else settings[name] = convert(value);
  }
  if (Object.keys(settings).length === 0) return values;
  if (rest) return [...values, settings];
  while (values.length < places.length) values.push(undefined);
  return options ? [...values, settings] : values;
}

/** Calls a function or method that is no operator, with Python's arguments. */
export function callFunction(
  bridge: Bridge,
  callee: AnyFunction,
  path: string,
  args: Py[],
  { receiver, convert }: { receiver?: object; convert?: (value: Py) => unknown } = {},
): unknown {
  const values = arrange(bridge, callee, path, args, convert);
  const call = (given: unknown[]): unknown => callee.apply(receiver, given);
  return settled(() => call(values), values, call);
}
