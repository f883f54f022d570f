/**
 * The operator record: one definition gives the function `torch.name`, the method, their arguments, the
 * recording of gradients, the types and the reference page. Everything that an operator is stands in its record.
 */

import { checkInplace, gradEdge, requiresGrad, setHistory } from '../autograd/graph.ts';
import { is_grad_enabled, is_inference_mode_enabled, withGradMode } from '../autograd/modes.ts';
import type { Node } from '../autograd/node.ts';
import { CopySlices, OperatorNode } from '../autograd/operator-node.ts';
import { RuntimeError } from './errors.ts';
import { placeOfInplace } from './inplace.ts';
import { splitOut, takesOut, withTypeOf, writeOut } from './out.ts';
import { type Arguments, type Bound, bindArguments, laterParsed, type Parameter } from './schema.ts';
import { alias, Tensor } from './tensor.ts';

/**
 * What the gradient formula of argument `K` may look at: the arguments by name (numbers and lists as given, tensors where
 * the record lists them in `saves`), of which its own is a tensor, or else it would not be asked.
 */
export type GradContext<S extends string = string, K extends keyof Arguments<S> = never> = (string extends S
  ? // biome-ignore lint/suspicious/noExplicitAny: a formula that several operators share knows their arguments
    { readonly [name: string]: any }
  : Arguments<S> & Record<K, Extract<Arguments<S>[K], Tensor | Tensor[]>>) & {
  /** Sizes and dtypes of tensor arguments, which need not be saved to be known. */
  readonly meta: Readonly<Record<string, Pick<Tensor, 'sizes' | 'strides' | 'dtype' | 'offset'>>>;
  readonly result: Tensor;
  /** The second result alone, such as the indices of a pair: whoever writes to the first disturbs nothing. */
  readonly result1: Tensor;
  /** All results of an operator that has several. */
  readonly results: readonly Tensor[];
  /** Gradients of all results; `null` where none came. */
  readonly grads: readonly (Tensor | null)[];
};

/**
 * The gradient of one argument: an expression over `grad`, `result` and the arguments, or a function for what
 * an expression cannot say. For an argument that is a list of tensors, a list of gradients.
 */
export type GradFormula<S extends string = string, K extends keyof Arguments<S> = never> =
  | string
  | ((grad: Tensor, context: GradContext<S, K>) => Tensor | null | (Tensor | null)[]);

/** Formulas by argument. */
export type GradFormulas<S extends string = string> = {
  readonly [K in keyof Arguments<S>]?: GradFormula<S, K>;
};

export type OperatorResult = unknown;

export interface OperatorRecord<S extends string = string> {
  readonly name: string;
  /** The signature, as core/schema.ts reads it. */
  readonly schema: S;
  /** One or two sentences for the reference page and the editor. */
  readonly doc: string;
  forward(args: Arguments<S>): OperatorResult;
  /** Gradient formulas by argument. An operator without any is a composition: its parts record themselves. */
  readonly grad?: GradFormulas<S>;
  /** Tensors that function formulas read: argument names, `result`, `result1`, `results`. Expressions say it themselves. */
  readonly saves?: readonly string[];
  /** PyTorch's name of the graph node, where it is not the operator's own in CamelCase with `Backward0`. */
  readonly gradName?: string | ((args: Arguments<S>) => string);
  /**
   * PyTorch's name of the node that a gradient itself comes from, where one kernel of PyTorch's computes it. `constantIn` is the
   * saved tensor on which that gradient depends by its sign alone: its slope is 0 and not absent.
   */
  readonly gradKernel?: { readonly name: string; readonly constantIn?: 'self' | 'result' };
  /** The results share the first argument's memory. */
  readonly view?: boolean;
  /** The operator writes its first argument and hands it back. */
  readonly mutates?: boolean;
  /** Where it can be called from: both unless said otherwise. `functional` is torch.nn.functional alone; `linalg` and `special` are those namespaces, whose name stands before the record's; `internal` is for other operators alone. */
  readonly as?: 'function' | 'method' | 'both' | 'functional' | 'linalg' | 'special' | 'internal';
  /** The type of the result in TypeScript; `Tensor` unless said otherwise. */
  readonly returns?: string;
  /** Signatures and results for the types, where what is given decides what comes out, or what else may be given. */
  readonly overloads?: readonly (readonly [schema: string, returns: string])[];
  /** For results that take no part in autograd although they are floats, by position. */
  readonly nondifferentiable?: readonly number[];
  /** A line of TypeScript that shows it at work: the reference page prints what it gives. */
  readonly example?: string;
  /** The operator that this one is another name for. */
  readonly aliasOf?: string;
}

export interface Operator {
  readonly record: OperatorRecord;
  readonly parameters: readonly Parameter[];
  /** Calls it with arguments as a user gives them. */
  // biome-ignore lint/suspicious/noExplicitAny: typed callers go through engine/generated.ts
  call(...args: any[]): any;
}

export const operators = new Map<string, Operator>();

/** The operator of that name. @throws Error for a name that no record has: a mistake in a formula. */
export function operatorNamed(name: string): Operator {
  const operator = operators.get(name);
  if (!operator) throw new Error(`no operator is called '${name}'`);
  return operator;
}

/** The function of that operator. */
// biome-ignore lint/suspicious/noExplicitAny: typed callers go through engine/generated.ts
export function functionNamed(name: string): (...args: any[]) => any {
  return operatorNamed(name).call;
}

/** Calls the operator of that name with arguments as a user gives them, of what it gives being told by the caller. */
export function call<Result = Tensor>(name: string, ...args: readonly unknown[]): Result {
  return operatorNamed(name).call(...args);
}

/** Registers a record, and hands back its function for use by other operators. */
// biome-ignore lint/suspicious/noExplicitAny: typed callers go through engine/generated.ts
export function defineOperator<const S extends string>(record: OperatorRecord<S>): (...args: any[]) => any {
  const parameters = laterParsed(record.schema);
  const untyped = record as unknown as OperatorRecord;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const plain = (...args: any[]): any => execute(untyped, bindArguments(record.name, parameters(), args));
  const call = takesOut(untyped) ? orInto(untyped, parameters, plain) : plain;
  if (operators.has(record.name)) throw new Error(`the operator '${record.name}' is defined twice`);
  operators.set(record.name, {
    record: untyped,
    get parameters() {
      return parameters();
    },
    call,
  });
  if (record.as === undefined || record.as === 'both' || record.as === 'method') {
    Object.defineProperty(Tensor.prototype, record.name, {
      // biome-ignore lint/suspicious/noExplicitAny: as above
      value(this: Tensor, ...args: any[]) {
        const signature = parameters();
        if (signature[0].name === 'self')
          return execute(untyped, bindArguments(record.name, signature, [this, ...args], true));
        const own = signature.findIndex(({ name }) => name === 'self');
        return call(...args.toSpliced(own, 0, this));
      },
      writable: true,
      configurable: true,
    });
  }
  return call;
}

/** The function, which also writes into `out` where it is given. */
function orInto(
  record: OperatorRecord,
  parameters: () => readonly Parameter[],
  // biome-ignore lint/suspicious/noExplicitAny: typed callers go through engine/generated.ts
  plain: (...args: any[]) => any,
): typeof plain {
  return (...args) => {
    const split = splitOut(args);
    if (!split) return plain(...args);
    const bound = bindArguments(record.name, parameters(), split.rest);
    if (split.out.length === 0) return execute(record, bound);
    const typed = withTypeOf(split.out, parameters(), bound);
    return writeOut(record.name, typed, () => execute(record, typed), split.out);
  };
}

/** PyTorch's name for the graph node of an operator (or of its in-place form): `Log1PBackward0`. */
export function gradNameOf(name: string): string {
  const words = name.split('_').filter(Boolean);
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return `${joined.replace(/\d[a-z]/g, (pair) => pair.toUpperCase())}Backward0`;
}

export function nodeName(record: OperatorRecord, args: Bound): string {
  if (typeof record.gradName === 'function') return record.gradName(args);
  return record.gradName ?? gradNameOf(record.name);
}

/** Another name for an operator, and for its in-place form where it has one. */
export function defineAlias(alias: string, name: string): void {
  for (const ending of ['', '_']) {
    const operator = operators.get(name + ending);
    if (!operator) continue;
    const { record } = operator;
    defineOperator({
      ...record,
      name: alias + ending,
      as: record.mutates && record.as !== 'functional' ? placeOfInplace(alias + ending) : record.as,
      doc: `Another name for \`${name}${ending}\`.`,
      aliasOf: name + ending,
      gradName: record.gradName ?? gradNameOf(name),
    });
  }
}

/** Whether any argument that the formulas know of takes part in autograd. */
function tracks(record: OperatorRecord, args: Bound): boolean {
  if (!is_grad_enabled() || !record.grad) return false;
  for (const name in record.grad) {
    const value = args[name];
    if (value instanceof Tensor ? requiresGrad(value) : Array.isArray(value) && value.some(isTracked))
      return true;
  }
  return false;
}

function isTracked(value: unknown): boolean {
  return value instanceof Tensor && requiresGrad(value);
}

/** Runs an operator on bound arguments, and records it where its gradient may be asked for. */
function execute(record: OperatorRecord, args: Bound): unknown {
  if (!record.grad && !record.mutates && !record.view) return compose(record, args);
  const recorded = tracks(record, args);
  if (record.mutates) return mutate(record, args, recorded && (args.self as Tensor).dtype.is_floating_point);
  const node = recorded ? new OperatorNode(record, args) : null;
  const result = record.grad ? withGradMode(false, record.forward, args) : record.forward(args);
  const outputs = (Array.isArray(result) ? result : [result]) as Tensor[];
  if (record.view) markViews(args.self as Tensor, outputs);
  // How forward arranged its own memory is nobody's concern: the result is no view, and as new as any other.
  else if (record.grad)
    for (const output of outputs)
      if (output instanceof Tensor && output !== args.self) {
        output.viewInfo = null;
        startCounting(output, args);
      }
  if (node) {
    node.saveResults(outputs);
    outputs.forEach((output, index) => {
      if (
        output instanceof Tensor &&
        output.dtype.is_floating_point &&
        !record.nondifferentiable?.includes(index)
      ) {
        setHistory(output, node, index);
      }
    });
  }
  return result;
}

/** Runs an operator whose parts record themselves. */
function compose(record: OperatorRecord, args: Bound): unknown {
  const result = record.forward(args);
  // A result with a history may be saved in it, as of the writes that made it.
  if (result instanceof Tensor && !requiresGrad(result)) startCounting(result, args);
  return result;
}

/** Forgets the writes that made a result, unless they were to memory that was given. */
function startCounting({ version }: Tensor, args: Bound): void {
  if (version.value === 0) return;
  const isGiven = (value: unknown): boolean =>
    value instanceof Tensor ? value.version === version : Array.isArray(value) && value.some(isGiven);
  if (!Object.values(args).some(isGiven)) version.value = 0;
}

function markViews(source: Tensor, outputs: readonly Tensor[]): void {
  const base = source.viewInfo?.base ?? source;
  let refusal = source.viewInfo?.refusal ?? null;
  if (!is_grad_enabled()) refusal = 'noGrad';
  else if (outputs.length !== 1) refusal = 'multipleViews';
  for (const output of outputs) {
    if (output !== source) output.viewInfo = { base, refusal, version: output.version.value };
  }
}

/** An in-place operator: checks that autograd can follow, writes, counts the write, rewrites the history. */
function mutate(record: OperatorRecord, args: Bound, recorded: boolean): Tensor {
  const self = args.self as Tensor;
  checkInplace(self, recorded);
  if (self.isInference && !is_inference_mode_enabled()) {
    throw new RuntimeError(
      'Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a normal tensor before doing inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details.',
    );
  }
  const node = recorded ? new OperatorNode(record, args) : null;
  const before = self.version.value;
  self.storage.beforeWrite?.();
  withGradMode(false, record.forward, args);
  // However many writes it took: one.
  self.version.value = before + 1;
  if (node) {
    node.saveResults([self]);
    rebaseHistory(self, node);
  }
  return self;
}

/** After an in-place write the tensor is the output of that write; for a view, a slice of its base is. */
export function rebaseHistory(self: Tensor, node: Node, index = 0): void {
  if (!self.viewInfo) {
    setHistory(self, node, index);
    return;
  }
  const { base } = self.viewInfo;
  node.outputs[0] = { sizes: self.sizes, dtype: self.dtype, device: self.storage.device };
  setHistory(base, new CopySlices(gradEdge(base), base, alias(self), node), 0);
  // The view's own node is made anew from the base when it is next asked for.
  self.viewInfo.version = -1;
  gradEdge(self);
}
