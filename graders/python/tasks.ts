/**
 * Functions of Python's that may wait, and the ranks that run them. A rank is a task: it runs until it has to wait, then
 * the next one has its turn. Who waits yields `(ready, what)`, a promise where it is the GPU that is waited for, and a
 * generator where it calls a function that may wait.
 */

import * as torch from 'torch';
import type { Bridge } from './bridge.ts';
import type { Py } from './brython.ts';
import { tracebackText } from './frames.ts';

/** What a task waits for: whether it has come, and its name. */
interface Wait {
  ready: Py;
  what: string;
  /** What a GPU owes. */
  promise?: Promise<unknown>;
}

/** The calls of a task, outermost first, each a generator. */
class Calls {
  readonly #bridge: Bridge;
  readonly #stack: Py[];
  #give: Py;
  /** What the outermost call gave. */
  result: Py;

  constructor(bridge: Bridge, first: Py) {
    this.#bridge = bridge;
    this.#stack = [first];
  }

  /** What the next step is given: that which it has waited for. */
  give(value: Py): void {
    this.#give = value;
  }

  /** Runs until something has to be waited for; null once all is done. @throws what the outermost call threw */
  advance(error?: unknown): Wait | null {
    const { brython } = this.#bridge;
    let thrown = error;
    while (this.#stack.length > 0) {
      try {
        const { done, value } = this.#step(thrown);
        thrown = undefined;
        if (done) this.#return(value);
        else if (value?.__class__ === brython.generator) this.#call(value);
        else if (value instanceof Promise) return { ready: () => false, what: 'the GPU', promise: value };
        else return this.#pause(value);
      } catch (inner) {
        this.#stack.pop();
        if (this.#stack.length === 0) throw inner;
        thrown = inner;
      }
    }
    return null;
  }

  #call(generator: Py): void {
    this.#stack.push(generator);
    this.#give = undefined;
  }

  #pause([ready, what]: Py): Wait {
    this.#give = undefined;
    return { ready, what };
  }

  #return(value: Py): void {
    this.#stack.pop();
    this.#give = value ?? this.#bridge.none;
    this.result = this.#give;
  }

  #step(thrown: unknown): IteratorResult<Py, Py> {
    const { brython, none } = this.#bridge;
    const top = this.#stack[this.#stack.length - 1];
    const frames = brython.frame_obj;
    // An error's traceback tells all calls on the way to it.
    for (const { $frame: frame } of this.#stack) if (frame) brython.frame_obj = brython.push_frame(frame);
    try {
      const step = thrown === undefined ? top.js_gen.next(this.#give ?? none) : top.js_gen.throw(thrown);
      // A program makes its frame by itself, when it begins.
      if (!step.done && !top.$frame) top.$frame = brython.frame_obj?.frame;
      return step;
    } finally {
      brython.frame_obj = frames;
    }
  }
}

/** What each process has of its own. */
interface Context {
  random: torch.Tensor;
  grad: boolean;
  dtype: torch.DType;
}

function saveContext(): Context {
  return {
    random: torch.get_rng_state(),
    grad: torch.is_grad_enabled(),
    dtype: torch.get_default_dtype(),
  };
}

function restoreContext({ random, grad, dtype }: Context): void {
  torch.set_rng_state(random);
  torch.set_grad_enabled(grad);
  torch.set_default_dtype(dtype);
}

function cannotWait(what: string): Error {
  return new torch.RuntimeError(
    `Python cannot wait for ${what} here: in this page it can in functions that your code calls by name. Write a loop in the place of map(), filter() or key=, and let a hook keep what it gets until your own code uses it`,
  );
}

interface Task {
  calls: Calls;
  context: Context;
  wait: Wait | null;
  isDone: boolean;
  /** The Python exception that it ended in. */
  error?: Py;
  /** Whether somebody has asked how it ended. */
  isTold: boolean;
}

export class Tasks {
  readonly #bridge: Bridge;
  readonly #tasks: Task[] = [];
  /** Its place among the tasks; -1 for the program that started them. */
  #current = -1;
  #pending: Py;
  #value: Py;
  /** What a backward pass does besides: DistributedDataParallel's part of it. */
  #backward: Py;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
    const native = (name: string, call: (...args: Py[]) => Py): void => {
      bridge.brython.builtins[name] = bridge.nativeFunction('builtins', name, call);
    };
    native('$now', (callee, ...args) => this.#now(callee, args));
    native('$value', () => this.#value);
    native('$later', () => this.#pending);
    native('$waiting', (definition) => this.waiting(definition));
  }

  /** What Python's part of it asks for, by name. */
  get functions(): Record<string, (...args: Py[]) => unknown> {
    return {
      waiting: (definition) => this.waiting(definition),
      on_backward: (definition) => {
        this.#backward = definition;
      },
      current_task: () => this.#current,
      start_task: (target, args, seed) => this.#start(target, args, seed),
      is_ended: (id) => this.#tasks[id].isDone,
      end_task: (id) => {
        this.#tasks[id].isDone = true;
      },
      error_of: (id) => {
        this.#tasks[id].isTold = true;
        return this.#tasks[id].error ?? null;
      },
      waited: (callee, ...args) => this.begin(callee, args),
    };
  }

  /** A function of a generator's: in a task it may wait, and elsewhere the whole program waits for it. */
  waiting(definition: Py): Py {
    const { func_attrs, COMPILER_FLAGS } = this.#bridge.brython;
    const infos = [...definition.$function_infos];
    infos[func_attrs.flags] &= ~COMPILER_FLAGS.GENERATOR; // which it is no more for who calls it
    const call = this.#bridge.nativeFunction(infos[0], infos[1], (...args) => this.#run(definition(...args)));
    const generator = (...args: Py[]): Py => definition(...args);
    return Object.assign(call, {
      $function_infos: infos,
      $generator: generator,
      $is_method: definition.$is_method,
    });
  }

  /** Makes a call, and says whether it is done: if not, `$later` is the generator that does it. */
  #now(callee: Py, args: Py[]): boolean {
    const start = this.#generatorOf(callee);
    if (start) this.#pending = start(...args);
    else this.#value = this.#bridge.brython.$call(callee)(...args);
    return !start;
  }

  #generatorOf(callee: Py): ((...args: Py[]) => Py) | null {
    const { $getattr: getattr } = this.#bridge.brython;
    if (callee.$generator) return callee.$generator;
    if (callee.$is_class) return this.#constructorOf(callee);
    const { __func__: method, __self__: self } = callee.$infos ?? {};
    if (method?.$generator) return (...args) => method.$generator(self, ...args);
    const isBackward = this.#current >= 0 && method?.$function_infos?.[1] === 'backward';
    if (isBackward && this.#backward && self.$js instanceof torch.Tensor) {
      return (...args) => this.#bridge.brython.$call(this.#backward)(callee, ...args);
    }
    if (typeof callee === 'function' || callee.__class__ === undefined) return null;
    if (this.#current >= 0 && callee.$js?.constructor === torch.nn.Sequential) {
      return (...args) => this.#bridge.brython.imported['torch.distributed']._sequence(callee, ...args);
    }
    const name = callee.$js instanceof torch.nn.Module ? 'forward' : '__call__';
    const run = getattr(callee, name, this.#bridge.none);
    return run === this.#bridge.none || run === callee ? null : this.#generatorOf(run);
  }

  #constructorOf(type: Py): ((...args: Py[]) => Py) | null {
    const { $call: call, $getattr: getattr } = this.#bridge.brython;
    const init = getattr(type, '__init__');
    if (!init?.$generator) return null;
    return (...args) =>
      this.#generator(function* () {
        const made = call(getattr(type, '__new__'))(type, ...args);
        yield init.$generator(made, ...args);
        return made;
      });
  }

  /** The generator that makes a call, whether it may wait or not. */
  begin(callee: Py, args: Py[]): Py {
    const start = this.#generatorOf(callee);
    if (start) return start(...args);
    const { $call: call } = this.#bridge.brython;
    // biome-ignore lint/correctness/useYield: a call that does not wait, where one that does may stand
    return this.#generator(function* () {
      return call(callee)(...args);
    });
  }

  /** One of ours as one of Python's. */
  #generator(steps: () => Generator<Py, Py, Py>): Py {
    return { __class__: this.#bridge.brython.generator, js_gen: steps() };
  }

  /** A function of Python's that gives what a promise comes to. */
  promising(name: string, start: (...args: Py[]) => Promise<unknown>): Py {
    const bridge = this.#bridge;
    const call = bridge.nativeFunction('torch.webgpu', name, () => {
      throw cannotWait('the GPU');
    });
    return Object.assign(call, {
      $generator: (...args: Py[]) =>
        this.#generator(function* () {
          return bridge.toPython(yield start(...args));
        }),
    });
  }

  /** Runs a program, or a call, to its end, and waits for the GPU wherever it has to. */
  async finish(steps: Py): Promise<Py> {
    const calls = new Calls(this.#bridge, steps);
    for (let wait = calls.advance(); wait; wait = await this.#goOn(calls, wait)) {
      if (!wait.promise && !this.#isReady(wait)) this.#runTasks(wait);
    }
    return calls.result;
  }

  async #goOn(calls: Calls, { promise }: Wait): Promise<Wait | null> {
    try {
      calls.give(await promise);
    } catch (error) {
      return calls.advance(this.#bridge.toPythonError(error));
    }
    return calls.advance();
  }

  #start(target: Py, args: Py[], seed: Py): number {
    const first = this.begin(target, args);
    const context = saveContext();
    if (seed !== this.#bridge.none) context.random = new torch.Generator().manual_seed(seed).get_state();
    this.#tasks.push({
      calls: new Calls(this.#bridge, first),
      context,
      wait: null,
      isDone: false,
      isTold: false,
    });
    return this.#tasks.length - 1;
  }

  /** Runs a function to its end where nobody could wait for it. */
  #run(generator: Py): Py {
    const calls = new Calls(this.#bridge, generator);
    for (let wait = calls.advance(); wait; wait = calls.advance()) {
      if (wait.promise) throw cannotWait(wait.what);
      if (this.#isReady(wait)) continue;
      if (this.#current >= 0) throw cannotWait(wait.what);
      this.#runTasks(wait);
    }
    return calls.result;
  }

  #isReady({ ready }: Wait): boolean {
    const { $call: call, $bool: bool } = this.#bridge.brython;
    return bool(call(ready)());
  }

  /** Gives each task its turn, until what the program waits for is there. */
  #runTasks(until: Wait): void {
    const own = saveContext();
    try {
      while (!this.#isReady(until)) {
        const able = this.#tasks.filter(({ isDone, wait }) => !isDone && (!wait || this.#isReady(wait)));
        if (able.length > 0) for (const task of able) this.#turn(task);
        else this.#endFirst(until);
      }
    } finally {
      restoreContext(own);
    }
  }

  #turn(task: Task, error?: unknown): void {
    this.#current = this.#tasks.indexOf(task);
    restoreContext(task.context);
    const { brython } = this.#bridge;
    const frames = brython.frame_obj;
    brython.frame_obj = null;
    try {
      task.wait = task.calls.advance(error);
      task.isDone = task.wait === null;
    } catch (thrown) {
      task.isDone = true;
      task.error = brython.exception(this.#bridge.toPythonError(thrown));
    } finally {
      brython.frame_obj = frames;
      task.context = saveContext();
      this.#current = -1;
    }
  }

  /** What another process has failed of. */
  #failure(): string | null {
    const failed = this.#tasks.find(({ error, isTold }) => error !== undefined && !isTold);
    return failed
      ? `a process has failed before\n${tracebackText(this.#bridge.brython, failed.error)}`
      : null;
  }

  /** Nobody can go on. A process would hang here: the first that waits is told so. */
  #endFirst(until: Wait): void {
    const stuck = this.#tasks.find(({ isDone }) => !isDone);
    const what = (stuck?.wait ?? until).what;
    const error = this.#bridge.error(
      'RuntimeError',
      `${what} would wait for ever: ${this.#failure() ?? 'nobody is left who could bring it about. All ranks must make the same calls in the same order'}`,
    );
    if (!stuck) throw error;
    this.#turn(stuck, error);
  }
}
