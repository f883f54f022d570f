/**
 * Python's way of calling for what has no operator record: functions and classes whose arguments may be given by
 * position or by name, in any mix. The order is written as PyTorch's signature has it, names alone.
 */

import { isOptions } from './schema.ts';

/** `a, b | c, d`: all names in order; those before the bar are positional for the implementation too, the rest make its options. */
interface Order {
  readonly names: readonly string[];
  readonly positional: number;
}

/** Reads the text when it is first needed: there are hundreds, of which a program uses few. */
function lazyOrder(text: string): () => Order {
  let order: Order | null = null;
  return () => {
    order ??= parseOrder(text);
    return order;
  };
}

function parseOrder(order: string): Order {
  const [before, after] = order.split('|').map((part) =>
    part
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  );
  return { names: [...before, ...(after ?? [])], positional: before.length };
}

/** The arguments of a call in the order in which the implementation takes them. @throws TypeError for one that is unknown, given twice or too many */
function arrange(callee: string, { names, positional }: Order, args: readonly unknown[]): unknown[] {
  const last = args[args.length - 1];
  const options = isOptions(last) ? last : {};
  const given = isOptions(last) ? args.slice(0, -1) : args;
  if (given.length > names.length) {
    throw new TypeError(
      `${callee}() takes from 0 to ${names.length} positional arguments but ${given.length} were given`,
    );
  }
  const values: Record<string, unknown> = {};
  given.forEach((value, position) => {
    if (value !== undefined) values[names[position]] = value;
  });
  for (const [name, value] of Object.entries(options)) {
    if (!names.includes(name))
      throw new TypeError(`${callee}() got an unexpected keyword argument '${name}'`);
    if (name in values) throw new TypeError(`${callee}() got multiple values for argument '${name}'`);
    if (value !== undefined) values[name] = value;
  }
  const rest = names.slice(positional).filter((name) => name in values);
  const leading = names.slice(0, positional).map((name) => values[name]);
  if (rest.length === 0) return leading;
  return [...leading, Object.fromEntries(rest.map((name) => [name, values[name]]))];
}

/** @throws TypeError where arguments without a default are missing: the implementation declares how many it needs. */
function requireAll(callee: string, order: Order, needed: number, arranged: readonly unknown[]): void {
  const missing = order.names
    .slice(0, Math.min(needed, order.positional))
    .filter((_, k) => arranged[k] === undefined);
  if (missing.length === 0) return;
  const quoted = missing.map((name) => `'${name}'`);
  const last = quoted.length > 2 ? `, and ${quoted.pop()}` : '';
  const names = quoted.join(last ? ', ' : ' and ') + last;
  throw new TypeError(
    `${callee}() missing ${missing.length} required positional argument${missing.length === 1 ? '' : 's'}: ${names}`,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: any function, and any arguments of it
type AnyFunction = (...args: any[]) => any;

/** The function with its arguments by position or by name. */
export function byName<F extends AnyFunction>(
  order: string,
  fn: F,
): F & ((...args: readonly unknown[]) => ReturnType<F>) {
  const parsed = lazyOrder(order);
  const call = (...args: readonly unknown[]): ReturnType<F> => {
    const arranged = arrange(fn.name, parsed(), args);
    requireAll(fn.name, parsed(), fn.length, arranged);
    return fn(...arranged);
  };
  return Object.defineProperty(call, 'name', { value: fn.name }) as F & typeof call;
}

// biome-ignore lint/suspicious/noExplicitAny: any class, and any arguments of its constructor
type AnyClass = new (...args: any[]) => any;

/**
 * How many arguments a class needs, and what PyTorch's messages call its constructor: where it is inherited, they name
 * the base, as in `_MaxPoolNd.__init__`.
 */
function constructorOf(Class: AnyClass): { callee: string; needed: number } {
  const line = [Class];
  for (
    let above = Object.getPrototypeOf(Class);
    line.at(-1)!.length === 0 && above !== Function.prototype;
  ) {
    line.push(above);
    above = Object.getPrototypeOf(above);
  }
  const named = line.find(({ name }) => name.startsWith('_')) ?? Class;
  return { callee: `${named.name}.__init__`, needed: line.at(-1)!.length };
}

/** The class with its constructor's arguments by position or by name. It stays the same class for `instanceof` and `extends`. */
export function newByName<C extends AnyClass>(
  Class: C,
  order: string,
): C & (new (...args: readonly unknown[]) => InstanceType<C>) {
  const parsed = lazyOrder(order);
  const proxy = new Proxy(Class, {
    construct(target, args, newTarget) {
      const { callee, needed } = constructorOf(target);
      const arranged = arrange(callee, parsed(), args);
      requireAll(callee, parsed(), needed, arranged);
      return Reflect.construct(target, arranged, newTarget);
    },
  });
  Class.prototype.constructor = proxy;
  return proxy;
}

/** The same for a method: `forward(src, src_mask)` as well as `forward(src, { src_mask })`. */
export function methodByName(Class: { prototype: object }, name: string, order: string): void {
  const parsed = lazyOrder(order);
  const prototype = Class.prototype as Record<string, AnyFunction>;
  const method = prototype[name];
  prototype[name] = function called(this: unknown, ...args: readonly unknown[]) {
    const arranged = arrange(name, parsed(), args);
    requireAll(name, parsed(), method.length, arranged);
    return method.apply(this, arranged);
  };
}
