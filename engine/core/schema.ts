/**
 * Operator signatures, written as PyTorch writes them: `self: Tensor, dim: int[]? = null, *, dtype: dtype? = null`.
 * One text gives the binding of a call's arguments, the TypeScript types and the reference page.
 *
 * Types: Tensor, Scalar, Operand (Tensor or number), int, float, bool, str, dtype, Generator, any; `[]` is a list,
 * `int|int[]` a list or one number, which stays one; `?` may be null, `int...` is sizes given one by one or as one array, `any...` is all that is left. After `*` arguments go by name only,
 * in the trailing options object, which may name the other arguments too.
 */

import { RandomStream } from '../random/stream.ts';
import type { Scalar } from './dtype.ts';
import { DType } from './dtype.ts';
import { RuntimeError } from './errors.ts';
import type { Tensor } from './tensor.ts';

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly variadic: boolean;
  readonly keywordOnly: boolean;
  /** Whether a number in a list's place stays a number. */
  readonly keepsOne?: boolean;
  /** undefined where the argument must be given. */
  readonly default: unknown;
  /** Whether a value is of the type, where it is taken as it is; null for lists and for what the operator checks itself. */
  readonly accepts: ((value: unknown) => boolean) | null;
}

// The types of the arguments, read from the signature's text by the compiler itself.
type TypeNamed<T extends string> = T extends `${infer U}?`
  ? TypeNamed<U> | null
  : T extends 'int...'
    ? number[]
    : T extends 'int|int[]'
      ? number | number[]
      : T extends 'any...' | 'Index...'
        ? TypeNames['any'][]
        : T extends 'Tensor...'
          ? Tensor[]
          : T extends `${infer U}[]`
            ? TypeNamed<U>[]
            : T extends keyof TypeNames
              ? TypeNames[T]
              : never;

interface TypeNames {
  Tensor: Tensor;
  Operand: Tensor | Scalar;
  Scalar: Scalar;
  int: number;
  float: number;
  bool: boolean;
  str: string;
  dtype: DType;
  Generator: RandomStream;
  // biome-ignore lint/suspicious/noExplicitAny: `any` in a signature means that the operator checks the value itself
  any: any;
  // biome-ignore lint/suspicious/noExplicitAny: core/indexing.ts reads index entries
  Index: any;
}

type Entry<P extends string> = P extends `${infer Name}: ${infer Rest}`
  ? { [K in Name]: TypeNamed<Rest extends `${infer Type} = ${string}` ? Type : Rest> }
  : unknown;

/** The bound arguments of a signature, by name; of one that is not known, whatever they are. */
export type Arguments<S extends string> = string extends S
  ? Bound
  : S extends `${infer Head}, ${infer Tail}`
    ? Entry<Head> & Arguments<Tail>
    : Entry<S>;

export type Bound = Record<string, unknown>;

const defaults: Record<string, unknown> = {
  null: null,
  true: true,
  false: false,
  inf: Infinity,
  '-inf': -Infinity,
};

const parsed = new Map<string, readonly Parameter[]>();

/**
 * The signature of a text, read when it is first asked for (a program uses few), and once a text: many operators share
 * theirs. The function throws SyntaxError for what is no signature.
 */
export function laterParsed(schema: string): () => readonly Parameter[] {
  let own: readonly Parameter[] | undefined;
  return () => {
    own ??= parsed.get(schema);
    if (!own) {
      own = parametersOf(schema);
      parsed.set(schema, own);
    }
    return own;
  };
}

function parametersOf(schema: string): Parameter[] {
  const parameters: Parameter[] = [];
  let keywordOnly = false;
  for (const part of schema.split(', ')) {
    if (part === '') continue;
    if (part === '*') {
      keywordOnly = true;
      continue;
    }
    const match = /^(\w+): ([\w[\]|]+?)(\.\.\.)?(\?)?(?: = (.+))?$/.exec(part);
    if (!match) throw new SyntaxError(`cannot read '${part}' in the signature '${schema}'`);
    const [, name, written, variadic, nullable, text] = match;
    const type = written.replace('int|int[]', 'int[]');
    parameters.push({
      name,
      type,
      nullable: nullable !== undefined,
      variadic: variadic !== undefined,
      keywordOnly,
      keepsOne: type !== written,
      default: text === undefined ? undefined : parseDefault(type, text),
      accepts: variadic === undefined ? (accepts[type] ?? null) : null,
    });
  }
  return parameters;
}

function parseDefault(type: string, text: string): unknown {
  if (text in defaults) return defaults[text];
  if (/^'.*'$/.test(text)) return text.slice(1, -1);
  if (text === '[]') return [];
  return type.endsWith('[]') ? [Number(text)] : Number(text);
}

// Tensor imports this module's users, so it announces itself instead of being imported.
let isTensor: (value: unknown) => value is Tensor = (_value): _value is Tensor => false;
let itemOf: (tensor: Tensor) => Scalar = () => 0;

export function setTensorTest(
  test: (value: unknown) => value is Tensor,
  read: (tensor: Tensor) => Scalar,
): void {
  isTensor = test;
  itemOf = read;
}

/** Types that a tensor without dimensions can stand for. */
const numeric: ReadonlySet<string> = new Set(['int', 'float', 'Scalar']);

/**
 * The number in a tensor without dimensions; any other value as it is.
 * @throws RuntimeError for one on a device that cannot be read at once
 */
function numberIn(value: unknown, type: string): unknown {
  if (!isTensor(value) || value.ndim > 0 || value.requires_grad) return value;
  const isWhole = !value.dtype.is_floating_point && value.dtype.name !== 'bool';
  if (type === 'int' && !isWhole) return value;
  const { device } = value.storage;
  if (device.type === 'cpu') return itemOf(value);
  throw new RuntimeError(`reading from ${device} takes a while: use the number that 'await t.item()' gives`);
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint';
}

/** Names that PyTorch also accepts for an argument. */
const aliases: Record<string, string> = {
  input: 'self',
  axis: 'dim',
  keepdims: 'keepdim',
  sizes: 'size',
  value: 'src',
  axis0: 'dim0',
  axis1: 'dim1',
  split_size_or_sections: 'split_size',
  indices: 'indices_or_sections',
  sections: 'indices_or_sections',
};

/** Whether a trailing argument names others. */
export function isOptions(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function renamed(
  options: Record<string, unknown>,
  parameters: readonly Parameter[],
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(options)) {
    const isKnown = (wanted: string): boolean => parameters.some(({ name }) => name === wanted);
    result[!isKnown(key) && isKnown(aliases[key]) ? aliases[key] : key] = value;
  }
  return result;
}

/** The name of a value's type as messages give it. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  if (isTensor(value)) return 'Tensor';
  if (value instanceof DType) return 'torch.dtype';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'object') return value.constructor?.name ?? 'object';
  return typeof value;
}

const accepts: Record<string, (value: unknown) => boolean> = {
  Tensor: (value) => isTensor(value),
  Operand: (value) => isTensor(value) || isScalar(value),
  Scalar: isScalar,
  int: (value) => typeof value === 'number' && Number.isInteger(value),
  float: (value) => typeof value === 'number' || typeof value === 'bigint',
  bool: (value) => typeof value === 'boolean',
  str: (value) => typeof value === 'string',
  dtype: (value) => value instanceof DType,
  Generator: (value) => value instanceof RandomStream,
};

/** Values that the operator checks itself. */
function isUnchecked({ type }: Parameter): boolean {
  return type === 'any' || type === 'Index';
}

// What a message calls the types that Python names otherwise.
const shownType: Record<string, string> = {
  Operand: 'Tensor',
  Scalar: 'Number',
  dtype: 'torch.dtype',
  Generator: 'torch.Generator',
};

function typeText(parameter: Parameter): string {
  if (parameter.variadic || parameter.type === 'int[]') return 'tuple of ints';
  if (parameter.type === 'Tensor[]') return 'tuple of Tensors';
  return shownType[parameter.type] ?? parameter.type;
}

function convert(operator: string, parameter: Parameter, position: number, value: unknown): unknown {
  if (parameter.accepts?.(value)) return value;
  if (typeof value === 'bigint' && /^int(\[\])?$/.test(parameter.type)) {
    return convert(operator, parameter, position, Number(value));
  }
  if (value === null && parameter.nullable) return null;
  if (isUnchecked(parameter)) return value;
  let type = parameter.type;
  if (numeric.has(type) && !parameter.variadic && isTensor(value)) {
    const number = numberIn(value, type);
    if (number !== value) return convert(operator, parameter, position, number);
  }
  if (parameter.variadic || type.endsWith('[]')) {
    type = parameter.variadic ? type : type.slice(0, -2);
    const plain = type === 'int' ? numberIn(value, type) : value;
    const list = Array.isArray(plain) ? plain : type === 'int' && accepts.int(plain) ? [plain] : null;
    const numbers =
      type === 'int'
        ? list?.map((item) => numberIn(typeof item === 'bigint' ? Number(item) : item, type))
        : list;
    if (numbers?.every((item) => accepts[type](item))) {
      return parameter.keepsOne && !Array.isArray(value) ? numbers[0] : [...numbers];
    }
  }
  const name = parameter.name === 'self' ? 'input' : parameter.name;
  const place = parameter.keywordOnly ? '' : ` (position ${position})`;
  const far = numeric.has(type) && isTensor(value) && value.ndim === 0 && value.storage.device;
  const wayOut = far && far.type !== 'cpu' ? `: reading from ${far} takes a while, use 'await t.item()'` : '';
  throw new TypeError(
    `${operator}(): argument '${name}'${place} must be ${typeText(parameter)}, not ${typeName(value)}${wayOut}`,
  );
}

/** For a call that none of an operator's signatures fits. */
export function invalidCombination(
  operator: string,
  given: readonly unknown[],
  signatures: readonly string[],
): TypeError {
  const got = given.map(typeName).join(', ');
  const expected = signatures.map((signature) => ` * (${signature})\n`).join('');
  return new TypeError(
    `${operator}() received an invalid combination of arguments - got (${got}), but expected one of:\n${expected}`,
  );
}

/** What is left for a parameter that takes all of it: `undefined` at its end was left out; a lone size is told as itself. */
function restOf({ type }: Parameter, given: unknown[]): unknown {
  while (given.length > 0 && given[given.length - 1] === undefined) given.pop();
  return type === 'int' && given.length === 1 ? given[0] : given;
}

/**
 * Arguments of a call by name: positional ones first, then what the trailing options object names.
 * @throws TypeError for a missing, surplus, unknown or wrongly typed argument, in PyTorch's words.
 */
export function bindArguments(
  operator: string,
  parameters: readonly Parameter[],
  args: readonly unknown[],
  isMethod = false,
): Bound {
  // Messages count the arguments that the user wrote: a method's tensor is not one of them.
  const first = isMethod ? 0 : 1;
  let positional = args;
  let options: Record<string, unknown> | null = null;
  const last = args[args.length - 1];
  if (isOptions(last)) {
    positional = args.slice(0, -1);
    options = renamed(last, parameters);
  }
  const bound: Bound = {};
  let next = 0;
  let used = 0;
  for (let position = 0; position < parameters.length; position++) {
    const parameter = parameters[position];
    const { name } = parameter;
    if (options && name in options && options[name] !== undefined) {
      bound[name] = convert(operator, parameter, position + first, options[name]);
      used++;
    } else if (!parameter.keywordOnly && next < positional.length && positional[next] !== undefined) {
      if (parameter.variadic && (isUnchecked(parameter) || !Array.isArray(positional[next]))) {
        const rest = restOf(parameter, positional.slice(next));
        bound[name] = convert(operator, parameter, position + first, rest);
        next = positional.length;
      } else {
        bound[name] = convert(operator, parameter, position + first, positional[next++]);
      }
    } else {
      if (positional[next] === undefined && next < positional.length) next++;
      if (parameter.variadic && parameter.default === undefined) bound[name] = [];
      else if (parameter.default !== undefined) bound[name] = parameter.default;
      else throw missing(operator, name);
    }
  }
  if (next < positional.length) throw surplus(operator, parameters, positional.length);
  if (options && used < Object.keys(options).length) refuseUnknown(operator, parameters, options);
  return bound;
}

function missing(operator: string, name: string): TypeError {
  return new TypeError(
    `${operator}() missing 1 required positional arguments: "${name === 'self' ? 'input' : name}"`,
  );
}

function surplus(operator: string, parameters: readonly Parameter[], given: number): TypeError {
  const allowed = parameters.filter(({ keywordOnly }) => !keywordOnly).length;
  return new TypeError(
    `${operator}() takes ${allowed} positional argument${allowed === 1 ? '' : 's'} but ${given} were given`,
  );
}

/** @throws TypeError for a named argument that no parameter has the name of */
function refuseUnknown(operator: string, parameters: readonly Parameter[], options: object): void {
  const unknown = Object.keys(options).find((key) => !parameters.some(({ name }) => name === key));
  if (unknown) throw new TypeError(`${operator}() got an unexpected keyword argument '${unknown}'`);
}
