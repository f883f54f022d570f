/**
 * Lets Python wait. A call that may have to wait for other ranks, or for what a GPU only promises, cannot simply return,
 * and JavaScript does not block; so the functions of a program that make such calls are compiled as generators, which
 * yield wherever they have to wait, and tasks.ts runs them. `f(x)` in them becomes
 * `$value() if $now(f, x) else (yield $later())`. Programs that wait for a GPU yield at their top as well.
 */

import { type Brython, type Py, parse } from './brython.ts';

/** What may wait by itself. Others do so because they call one of these. */
const waits = [
  ...['all_reduce', 'broadcast', 'reduce', 'all_gather', 'gather', 'scatter', 'reduce_scatter', 'all_to_all'],
  ...['all_gather_into_tensor', 'reduce_scatter_tensor', 'all_to_all_single', 'all_gather_object'],
  ...['broadcast_object_list', 'gather_object', 'scatter_object_list', 'barrier', 'monitored_barrier'],
  ...[
    'send',
    'recv',
    'wait',
    'get',
    'init_process_group',
    'new_group',
    'DistributedDataParallel',
    'backward',
  ],
  ...['forward', '__call__'],
];

/** Functions of torch.webgpu's that wait for the GPU. */
export const gpuWaits = ['compile_kernel', 'init', 'profile', 'synchronize', 'warmup'];

const namesGpuWait = new RegExp(`\\b(${gpuWaits.join('|')})\\b`);

/** What code of programs with ranks imports. */
export const usesRanks = (source: string): boolean => /\b(distributed|multiprocessing)\b/.test(source);

/** Whether code calls what waits for a GPU. */
export const usesGpuWaits = (source: string): boolean =>
  /\bwebgpu\b/.test(source) && namesGpuWait.test(source);

/** A node, and how to put another in its place. */
interface Place {
  node: Py;
  replace(by: Py): void;
}

/** What makes calls: a function, or a comprehension in one. */
interface Caller {
  parameters: Set<string>;
  /** Its own calls, inner ones first. */
  calls: Place[];
  comprehensions: (Place & { within: Caller; before(statement: Py): void })[];
  isGenerator: boolean;
  /** Whether it is the program itself, and no function. */
  isTop: boolean;
}

/** A function or a lambda. */
interface Definition extends Caller, Place {
  /** The class that it is a method of. */
  owner: string | null;
}

export class WaitingNames {
  readonly #brython: Brython;
  readonly #nodes: Record<string, Py>;
  readonly #kinds: Set<unknown>;
  /** Names of functions that may wait, of all sources so far. */
  readonly #names = new Set([...waits, ...gpuWaits]);
  /** Names of attributes that may hold a module: `self.model = …`. */
  readonly #fields = new Set<string>();
  #count = 0;

  constructor(brython: Brython) {
    this.#brython = brython;
    this.#nodes = brython.ast;
    this.#kinds = new Set(Object.values(brython.ast));
  }

  /** Makes generators of a source's functions that may wait, and of the source itself where its top may. */
  change(tree: Py, topMayWait: boolean): void {
    const definitions: Definition[] = [];
    this.#collect({ node: tree, replace: () => {} }, null, definitions);
    for (let before = -1; before < this.#names.size; ) {
      before = this.#names.size;
      for (const { node, owner } of definitions.filter((each) => this.#mayWait(each))) {
        if (node.name) this.#names.add(node.name === '__init__' && owner ? owner : node.name);
      }
    }
    for (const definition of definitions.filter((each) => this.#mayWait(each))) {
      this.#rewrite(definition);
      const { node, replace } = definition;
      const waiting = this.#name('$waiting', node);
      if (node.name) node.decorator_list.push(waiting);
      else replace(placeAt(new this.#nodes.Call(waiting, [node], []), node));
    }
    if (topMayWait) this.#changeTop(tree);
  }

  #changeTop({ body }: Py): void {
    const top = { ...newCaller(new Set()), isTop: true };
    this.#collectStatements(body, top);
    this.#rewrite(top);
  }

  #mayWait(caller: Caller): boolean {
    if (caller.isGenerator) return false;
    return (
      caller.calls.some(({ node }) => this.#callMayWait(node, caller)) ||
      caller.comprehensions.some(({ within }) => this.#mayWait(within))
    );
  }

  #callMayWait({ func }: Py, { parameters }: Caller): boolean {
    const { Name, Attribute } = this.#nodes;
    if (func instanceof Attribute) return this.#names.has(func.attr) || this.#fields.has(func.attr);
    if (!(func instanceof Name)) return true;
    return this.#names.has(func.id) || parameters.has(func.id) || !(func.id in this.#brython.builtins);
  }

  #collect(place: Place, owner: string | null, found: Definition[]): void {
    const { node } = place;
    const { FunctionDef, Lambda, ClassDef, ImportFrom, Attribute, Store } = this.#nodes;
    if (node instanceof ImportFrom) {
      for (const { name, asname } of node.names) if (asname && this.#names.has(name)) this.#names.add(asname);
    }
    if (node instanceof Attribute && node.ctx instanceof Store) this.#fields.add(node.attr);
    if (node instanceof FunctionDef || node instanceof Lambda) found.push(this.#definition(place, owner));
    const inner = node instanceof ClassDef ? node.name : null;
    for (const child of this.#children(node)) this.#collect(child, inner, found);
  }

  #definition(place: Place, owner: string | null): Definition {
    const { args, posonlyargs, kwonlyargs } = place.node.args;
    const parameters = new Set<string>([...posonlyargs, ...args, ...kwonlyargs].map(({ arg }) => arg));
    const definition = { ...place, owner, ...newCaller(parameters) };
    const replace = (by: Py): void => {
      place.node.body = by;
    };
    if (place.node.name) this.#collectStatements(place.node.body, definition);
    else this.#collectCalls({ node: place.node.body, replace }, definition, null);
    return definition;
  }

  #collectStatements(body: Py[], caller: Caller): void {
    for (const statement of body) {
      const before = (other: Py): void => void body.splice(body.indexOf(statement), 0, other);
      this.#collectCalls({ node: statement, replace: () => {} }, caller, before);
    }
  }

  /** The calls of a function itself: not of what is defined in it. */
  #collectCalls(place: Place, caller: Caller, before: ((statement: Py) => void) | null): void {
    const { node } = place;
    const { Call, Yield, YieldFrom, FunctionDef, AsyncFunctionDef, ClassDef, Lambda } = this.#nodes;
    if ([FunctionDef, AsyncFunctionDef, ClassDef, Lambda].some((kind) => node instanceof kind)) return;
    if (node instanceof Yield || node instanceof YieldFrom) caller.isGenerator = true;
    if (node.generators) {
      if (!before) return; // in a lambda, before which nothing can be said
      const within = newCaller(caller.parameters);
      const first = node.generators[0].iter;
      for (const child of this.#children(node)) {
        for (const inner of child.node.ifs ? this.#children(child.node) : [child]) {
          this.#collectCalls(inner, inner.node === first ? caller : within, before);
        }
      }
      caller.comprehensions.push({ ...place, within, before });
      return;
    }
    for (const child of this.#children(node)) {
      // A statement within one: what has to be said before it, stands before it.
      const own = child.list && isStatement(child.node);
      const { list = [] } = child;
      const here = own ? (other: Py): void => void list.splice(list.indexOf(child.node), 0, other) : before;
      this.#collectCalls(child, caller, here);
    }
    if (node instanceof Call) caller.calls.push(place);
  }

  #children(node: Py): (Place & { list?: Py[] })[] {
    return Object.entries(node).flatMap(([name, value]) => {
      if (this.#isNode(value)) {
        const replace = (by: Py): void => {
          node[name] = by;
        };
        return [{ node: value as Py, replace }];
      }
      if (!Array.isArray(value)) return [];
      return value.flatMap((item) => {
        if (!this.#isNode(item)) return [];
        const replace = (by: Py): void => {
          value[value.indexOf(item)] = by;
        };
        return [{ node: item, replace, list: value }];
      });
    });
  }

  #isNode(value: unknown): boolean {
    return typeof value === 'object' && value !== null && this.#kinds.has(value.constructor);
  }

  #rewrite(caller: Caller): void {
    for (const place of caller.calls) {
      if (this.#callMayWait(place.node, caller)) place.replace(this.#waited(place.node, caller));
    }
    for (const comprehension of caller.comprehensions) {
      if (!this.#mayWait(comprehension.within)) continue;
      this.#rewrite(comprehension.within);
      const definition = this.#asFunction(comprehension.node);
      comprehension.before(definition);
      const { iter } = comprehension.node.generators[0];
      const call = new this.#nodes.Call(this.#name(definition.name, iter), [iter], []);
      comprehension.replace(this.#waited(placeAt(call, comprehension.node), caller));
    }
  }

  #waited(node: Py, { isTop }: Caller): Py {
    const { Call, IfExp, Yield } = this.#nodes;
    const call = (name: string, args: Py[] = [], keywords: Py[] = []): Py =>
      placeAt(new Call(this.#name(name, node), args, keywords), node);
    const now = call('$now', [node.func, ...node.args], [...node.keywords]);
    const later = isTop ? new YieldAtTop() : new Yield(call('$later'));
    return placeAt(new IfExp(now, call('$value'), placeAt(later, node)), node);
  }

  #name(id: string, at: Py): Py {
    return placeAt(new this.#nodes.Name(id, new this.#nodes.Load()), at);
  }

  /** A comprehension as a function that may wait, of what its first `for` goes over. */
  #asFunction(node: Py): Py {
    const { For, If, DictComp, SetComp } = this.#nodes;
    const isDict = node instanceof DictComp;
    const isSet = node instanceof SetComp;
    const add = isDict ? '_made[0] = 0' : isSet ? '_made.add(0)' : '_made.append(0)';
    const empty = isDict ? '{}' : isSet ? 'set()' : '[]';
    const source = `def _comprehension${++this.#count}(_items):\n    _made = ${empty}\n    ${add}\n    return _made`;
    const [definition] = parse(this.#brython, source, '<comprehension>').body;
    this.#moveTo(definition, node);
    const [, adding] = definition.body;
    if (isDict) {
      adding.targets[0].slice = node.key;
      adding.value = node.value;
    } else {
      adding.value.args[0] = node.elt;
    }
    let body = adding;
    for (const [k, { target, iter, ifs }] of [...node.generators.entries()].reverse()) {
      for (const test of [...ifs].reverse()) body = placeAt(new If(test, [body], []), node);
      const items = k === 0 ? this.#name('_items', node) : iter;
      body = placeAt(new For(target, items, [body], []), node);
    }
    definition.body[1] = body;
    definition.decorator_list.push(this.#name('$waiting', node));
    return definition;
  }

  #moveTo(node: Py, at: Py): void {
    if ('lineno' in node) placeAt(node, at);
    for (const child of this.#children(node)) this.#moveTo(child.node, at);
  }
}

/** `yield $later()` outside of functions, where Python's grammar has none: `startSteps` runs what holds it. */
class YieldAtTop {
  to_js(): string {
    return '(yield _b_.$later())';
  }
}

function newCaller(parameters: Set<string>): Caller {
  return { parameters, calls: [], comprehensions: [], isGenerator: false, isTop: false };
}

/** Expressions have no bodies of statements, and stand in no list that statements could be put into. */
function isStatement(node: Py): boolean {
  return /^(Assign|AugAssign|AnnAssign|Expr|Return|For|While|If|With|Try|Raise|Assert|Delete|Match)$/.test(
    node.constructor.$name ?? node.constructor.name,
  );
}

/** Gives a node the place of another in the source. */
function placeAt(node: Py, { lineno, col_offset, end_lineno, end_col_offset }: Py): Py {
  return Object.assign(node, { lineno, col_offset, end_lineno, end_col_offset });
}
