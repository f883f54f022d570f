/**
 * What the corpus exercises: every call that its lines themselves make, by what is called and by kind. Calls that the
 * engine makes within such a call are not counted.
 */

import type { Operator } from '../core/operator.ts';
import * as torch from '../index.ts';
import { type CorpusCase, runCase } from './corpus.ts';

/**
 * An ordinary call is none of the others. At an edge one, something that is written wrong easily is asked for
 * (see `isEdge`). An error is one that PyTorch raised, and that this very call threw here.
 */
export type Kind = 'ordinary' | 'edge' | 'error';

/** How an operator was called. What is no operator is called in one way. */
export type Form = 'function' | 'method';

export interface Exercise {
  readonly kinds: Record<Kind, number>;
  readonly forms: Set<Form>;
}

interface Call {
  readonly entry: string;
  readonly form: Form;
  readonly kind: Kind;
}

// biome-ignore lint/suspicious/noExplicitAny: whatever is called, with whatever arguments
type Any = any;
type AnyFunction = (...args: Any[]) => Any;
type AnyClass = new (...args: Any[]) => Any;

let calls: Call[] = [];
/** How many watched calls are under way: those within another are the engine's own. */
let depth = 0;

/** A call whose number of arguments or names are wrong says nothing of what is called. */
const isMiscounted = (error: unknown): boolean =>
  /missing \d+ required|takes (from )?\d+|unexpected keyword|multiple values/.test((error as Error).message);

/** Calls `call`, and notes what kind of call it was. */
function note<R>(
  entry: string | null,
  form: Form,
  edgeBefore: () => boolean,
  call: () => R,
  edgeAfter: (result: R) => boolean,
  failing = entry as string,
): R {
  if (depth > 0) return call();
  depth++;
  try {
    const isEdge = edgeBefore();
    const result = call();
    if (entry) calls.push({ entry, form, kind: isEdge || edgeAfter(result) ? 'edge' : 'ordinary' });
    return result;
  } catch (error) {
    if (!isMiscounted(error)) calls.push({ entry: failing, form, kind: 'error' });
    throw error;
  } finally {
    depth--;
  }
}

// ── edges ──

const isPlain = (value: unknown): value is object => Object.getPrototypeOf(value ?? 0) === Object.prototype;

/** The numbers and tensors among arguments, in lists and options too. */
function leaves(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.length === 0 ? [value] : value.flatMap(leaves);
  return isPlain(value) ? Object.values(value).flatMap(leaves) : [value];
}

const isTensor = (value: unknown): value is torch.Tensor => value instanceof torch.Tensor;
const usual = new Set<unknown>([torch.float32, torch.int64, torch.bool]);
const isOdd = (value: unknown): boolean =>
  typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0));

/** Empty, without dimensions, with gaps or in another order, of a rarer type, with nan, an infinity or -0. */
function isEdgeTensor(tensor: torch.Tensor): boolean {
  if (tensor.ndim === 0 || tensor.numel() === 0 || !tensor.is_contiguous() || !usual.has(tensor.dtype))
    return true;
  return tensor.dtype === torch.float32 && [...tensor.detach().numpy().data].some(isOdd);
}

function isBroadcast(given: readonly torch.Tensor[], result: unknown): boolean {
  if (!isTensor(result) || given.length < 2) return false;
  const texts = new Set(given.map(({ shape }) => String(shape)));
  if (texts.size < 2) return false;
  try {
    return String(torch.broadcast_shapes(...given.map(({ shape }) => [...shape]))) === String(result.shape);
  } catch {
    return false;
  }
}

/** Whether arguments hold an edge: an edge tensor, a number that is not finite, an empty list. */
function holdsEdge(args: readonly unknown[]): boolean {
  return args
    .flatMap(leaves)
    .some((value) => (isTensor(value) ? isEdgeTensor(value) : isOdd(value) || Array.isArray(value)));
}

/** Whether a whole number below zero stands where a dimension, an index or a size does. */
function isNegative({ parameters }: Operator, args: readonly unknown[]): boolean {
  const isBelow = (value: unknown): boolean =>
    leaves(value).some((one) => typeof one === 'number' && one < 0);
  const isWhole = (name: string | undefined): boolean =>
    parameters.some((one) => one.name === name && /^int/.test(one.type));
  return args.some((value, k) => {
    if (isPlain(value)) return Object.entries(value).some(([name, one]) => isWhole(name) && isBelow(one));
    return isWhole((parameters[k] ?? parameters.at(-1))?.name) && isBelow(value);
  });
}

/** Whether types change, sizes are broadcast, or nothing but an edge comes of arguments without tensors. */
function givesEdge(args: readonly unknown[], result: unknown): boolean {
  const given = args.flatMap(leaves).filter(isTensor);
  const results = leaves(result).filter(isTensor);
  if (given.length === 0) return results.length > 0 && results.every(isEdgeTensor);
  const isWiden =
    given.every(({ dtype }) => !dtype.is_floating_point) &&
    results.some(
      ({ dtype }) => dtype.is_floating_point || (dtype === torch.int64 && given[0].dtype === torch.bool),
    );
  return isWiden || isBroadcast(given, result);
}

// ── watching ──

const operatorOf = new Map<unknown, Operator>([...torch.operators.values()].map((one) => [one.call, one]));

function watchFunction(entry: string, fn: AnyFunction): AnyFunction {
  const operator = operatorOf.get(fn);
  return (...args) =>
    note(
      operator?.record.name ?? entry,
      'function',
      () => holdsEdge(args) || (operator !== undefined && isNegative(operator, args)),
      () => fn(...args),
      (result) => givesEdge(args, result),
    );
}

function watchMethods(): () => void {
  const before: [string, PropertyDescriptor][] = [];
  for (const operator of torch.operators.values()) {
    const { name } = operator.record;
    const own = Object.getOwnPropertyDescriptor(torch.Tensor.prototype, name);
    if (!own || !['both', 'method', undefined].includes(operator.record.as)) continue;
    before.push([name, own]);
    Object.defineProperty(torch.Tensor.prototype, name, {
      ...own,
      value(this: torch.Tensor, ...rest: unknown[]) {
        const args = [this, ...rest];
        return note(
          name,
          'method',
          () => holdsEdge(args) || isNegative(operator, args),
          () => own.value.apply(this, rest),
          (result) => givesEdge(args, result),
        );
      },
    });
  }
  return () => {
    for (const [name, own] of before) Object.defineProperty(torch.Tensor.prototype, name, own);
  };
}

/** Where the classes stand that are counted, and the method in which they do their work. */
const spaces = [
  { space: 'nn', exports: torch.nn as object, work: 'forward' },
  { space: 'optim', exports: torch.optim as object, work: 'step' },
  { space: 'lr_scheduler', exports: torch.optim.lr_scheduler as object, work: 'step' },
];

interface Counted {
  readonly entry: string;
  readonly Class: AnyClass;
  readonly work: string;
}

const isClass = (value: unknown): value is AnyClass =>
  typeof value === 'function' && Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false;

/** What others derive from, and nobody makes. */
const bases = new Set<unknown>([
  torch.nn.Module,
  torch.optim.Optimizer,
  torch.optim.lr_scheduler.LRScheduler,
]);

const classes = new Map<unknown, Counted>(
  spaces.flatMap(({ space, exports, work }) =>
    Object.entries(exports)
      .filter(([, Class]) => isClass(Class) && !bases.has(Class))
      .map(([name, Class]): [unknown, Counted] => [Class, { entry: `${space}.${name}`, Class, work }]),
  ),
);

/** Objects that were made of an edge: nothing at all, a number that is no size, an edge tensor. */
const madeAtEdge = new WeakSet<object>();
const isBoundary = (value: unknown): boolean => value === 0 || (typeof value === 'number' && value < 0);

function isMadeAtEdge(args: readonly unknown[]): boolean {
  return args.length === 0 || holdsEdge(args) || args.flatMap(leaves).some(isBoundary);
}

/** Whether it does anything but hold others: a list of modules cannot be called. */
function hasWork({ prototype }: AnyClass, work: string): boolean {
  return work in prototype && prototype[work] !== torch.nn.Module.prototype.forward;
}

function watchClass({ entry, Class, work }: Counted): AnyClass {
  const works = hasWork(Class, work);
  const watched: AnyClass = new Proxy(Class, {
    construct(target, args, newTarget) {
      if (newTarget !== watched) return Reflect.construct(target, args, newTarget);
      const isEdge = (): boolean => isMadeAtEdge(args);
      const make = (): object => Reflect.construct(target, args);
      // Where there is work to do, the making alone counts only if it fails.
      const made = note(works ? null : entry, 'function', isEdge, make, () => false, entry);
      if (isMadeAtEdge(args)) madeAtEdge.add(made);
      return made;
    },
  });
  return watched;
}

function holdsEdgeParameter(optimizer: object): boolean {
  const { param_groups = [] } = optimizer as { param_groups?: { params: torch.Tensor[] }[] };
  return param_groups.flatMap(({ params }) => params).some((one) => one.grad === null || isEdgeTensor(one));
}

/** Classes are patched where they work; hands back what undoes it. */
function watchWork(): () => void {
  const patched: (() => void)[] = [];
  for (const { entry, Class, work } of classes.values()) {
    const { prototype } = Class;
    if (!hasWork(Class, work)) continue;
    const own = Object.getOwnPropertyDescriptor(prototype, work);
    const inner: AnyFunction = prototype[work];
    Object.defineProperty(prototype, work, {
      configurable: true,
      writable: true,
      value(this: object, ...args: unknown[]) {
        const isEdge = (): boolean =>
          holdsEdge(args) || (work === 'step' && (madeAtEdge.has(this) || holdsEdgeParameter(this)));
        return note(
          entry,
          'function',
          isEdge,
          () => inner.apply(this, args),
          (result) => isBroadcast(args.flatMap(leaves).filter(isTensor), result),
        );
      },
    });
    patched.push(() => {
      if (own) Object.defineProperty(prototype, work, own);
      else delete prototype[work];
    });
  }
  return () => {
    for (const undo of patched.reverse()) undo();
  };
}

/** Namespaces of which functions are counted that have no record. */
const counted: Record<string, string> = { functional: 'F', init: 'init' };

/** The library as a line of the corpus sees it: with every function and class of it watched. */
function watchedLibrary(source: object = torch, name = ''): object {
  return Object.fromEntries(
    Object.entries(source).map(([key, value]) => {
      const known = classes.get(value);
      if (known) return [key, watchClass(known)];
      if (operatorOf.has(value) || (name in counted && typeof value === 'function'))
        return [key, watchFunction(`${counted[name]}.${key}`, value)];
      const inside = ['nn', 'functional', 'init', 'linalg', 'special', 'optim', 'lr_scheduler'];
      return [key, inside.includes(key) ? watchedLibrary(value, key) : value];
    }),
  );
}

const isOwn = new Set(
  [torch, torch.nn.functional, torch.linalg, torch.special].flatMap((one) => Object.values(one)),
);

/** The forms in which a line can call what has to be exercised. */
export function formsOf(entry: string): Form[] {
  const operator = torch.operators.get(entry);
  if (!operator) return ['function'];
  if (entry.startsWith('_')) return [];
  const isMethod = ['both', 'method', undefined].includes(operator.record.as);
  return [
    ...(isOwn.has(operator.call) ? ['function' as const] : []),
    ...(isMethod ? ['method' as const] : []),
  ];
}

/** Everything that has to be exercised. */
export function entries(): string[] {
  const operators = [...torch.operators.keys()].filter((name) => formsOf(name).length > 0);
  const functions = Object.entries({ F: torch.nn.functional, init: torch.nn.init }).flatMap(
    ([space, exports]) =>
      Object.entries(exports)
        .filter(
          ([key, value]) => typeof value === 'function' && !operatorOf.has(value) && !key.startsWith('_'),
        )
        .map(([key]) => `${space}.${key}`),
  );
  return [...operators, ...functions, ...[...classes.values()].map(({ entry }) => entry)];
}

/** Runs all cases on the cpu, and counts the lines that exercise each entry. */
export async function exercised(cases: Iterable<CorpusCase>): Promise<Map<string, Exercise>> {
  const found = new Map<string, Exercise>();
  const library = watchedLibrary() as typeof torch;
  const undo = [watchMethods(), watchWork()];
  for (const one of cases) {
    calls = [];
    await runCase(one, 'cpu', library);
    const lines = new Set<string>();
    for (const { entry, form, kind } of calls) {
      if (kind === 'error' && one.expected.kind !== 'error') continue;
      const exercise = found.get(entry) ?? { kinds: { ordinary: 0, edge: 0, error: 0 }, forms: new Set() };
      found.set(entry, exercise);
      exercise.forms.add(form);
      if (lines.has(`${entry} ${kind}`)) continue;
      lines.add(`${entry} ${kind}`);
      exercise.kinds[kind]++;
    }
  }
  for (const back of undo) back();
  return found;
}
