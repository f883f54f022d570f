/** A Python that has `torch`: starts once, then runs sources one after the other in `__main__`, as a notebook does. */

import { installAbsent } from './absent.ts';
import { Bridge } from './bridge.ts';
import {
  type Brython,
  type Compiled,
  compile,
  execute,
  type Py,
  startBrython,
  startSteps,
} from './brython.ts';
import { keepOwnFrames } from './frames.ts';
import { installGpu } from './gpu.ts';
import { installHost, installOutput, type Outlet } from './host.ts';
import { installEngine, moduleNamed } from './library.ts';
import { installRandom } from './random/host.ts';
import { Tasks } from './tasks.ts';
import { usesGpuWaits, usesRanks, WaitingNames } from './waiting.ts';

/** The texts that a session is made of. */
export interface Sources {
  /** Brython's script, mended. */
  brython: string;
  /** The library's modules by name, a package's in the order in which they are to run: compiled already, or their source. */
  library: Record<string, { source: string; js?: string }>;
  /** Modules of Python's standard library, as Brython has them: run when they are imported. */
  standard: Record<string, unknown>;
}

/** What a piece of Python threw, in Python's words. */
export interface PythonError {
  name: string;
  message: string;
  /** The learner's own line that it comes from, from 1; null where there is none. */
  line: number | null;
  /** In which source that line is. */
  file: string | null;
  traceback: string;
  /** The learner's own lines on the way to it, innermost last. */
  frames: { file: string; line: number; within: string }[];
}

/** What every program has, whether it imports it or not. */
const atStart = ['torch.classes', 'torch'];

export class PythonSession {
  readonly bridge: Bridge;
  readonly brython: Brython;
  readonly #tasks: Tasks;
  /** Once a source has had to do with ranks, or with what a GPU promises. */
  #waiting: WaitingNames | null = null;
  /** Once a source has had to do with the latter. */
  #waitsForGpu = false;

  /** Modules of the library that nobody has asked for yet. */
  readonly #later: Map<string, Sources['library'][string]>;

  constructor({ brython: script, library, standard }: Sources, outlet: Outlet) {
    this.#later = new Map(Object.entries(library));
    this.brython = startBrython(script, (name) => this.#load(name));
    this.bridge = new Bridge(this.brython);
    Object.assign(this.brython.VFS, standard);
    this.#tasks = new Tasks(this.bridge);
    installHost(this.bridge, outlet, this.#tasks);
    installOutput(this.bridge);
    installAbsent(this.bridge);
    installRandom(this.bridge);
    for (const name of atStart) this.#loadOne(name);
  }

  /** Runs what the library has of a package, or of a module of torch's. */
  #load(name: string): void {
    const [top] = name.split('.');
    for (const each of this.#later.keys()) {
      if (each === name || (top !== 'torch' && each.split('.')[0] === top)) this.#loadOne(each);
    }
  }

  #loadOne(name: string): void {
    const found = this.#later.get(name);
    if (!found) return;
    this.#later.delete(name);
    if (name === 'torch') {
      installEngine(this.bridge);
      installGpu(this.bridge, this.#tasks);
    }
    moduleNamed(this.bridge, name);
    const { source, js } = found;
    const filename = `<${name}>`;
    execute(
      this.brython,
      js ? { filename, source, module: name, js } : compile(this.brython, source, filename, name),
    );
    const [parent, child] = name.split('.');
    if (child) moduleNamed(this.bridge, parent)[child] = this.brython.imported[name];
  }

  /**
   * Compiles a few lines that nobody runs: a browser compiles each part of the compiler when it is first asked for, and so
   * the learner's own code need not wait for that.
   */
  rehearse(): void {
    const lines = 'import math\ndef f(x, *y, z=1):\n    return [k for k in x[0, 1:]] if not y else -z\n';
    compile(
      this.brython,
      `${lines}for k in {"a": 1}: k.b = f(2 * 3 + 1.5 == 7, z=f"{k}")\n`,
      '<rehearsal>',
      'rehearsal',
    );
  }

  /** Gives `__main__` a name for something of ours. */
  provide(name: string, value: object): void {
    const { imported, module } = this.brython;
    imported.__main__ ??= module.$factory('__main__');
    imported.__main__[name] = this.bridge.toPython(value);
  }

  /** Runs a source in `__main__` (or a module of its own) and gives the value of its last expression, or undefined. */
  run(source: string, filename: string, module = '__main__'): Py | undefined {
    return execute(this.brython, this.#compile(source, filename, module, false)).$last;
  }

  /** The same for a source that may have to wait for a GPU. */
  async finish(source: string, filename: string, module = '__main__'): Promise<Py | undefined> {
    this.#waitsForGpu ||= usesGpuWaits(source);
    if (!this.#waitsForGpu) return this.run(source, filename, module);
    await this.#tasks.finish(startSteps(this.brython, this.#compile(source, filename, module, true)));
    return this.brython.imported[module].$last;
  }

  #compile(source: string, filename: string, module: string, topMayWait: boolean): Compiled {
    if (topMayWait || usesRanks(source)) this.#waiting ??= new WaitingNames(this.brython);
    const change = (tree: Py): void => this.#waiting?.change(tree, topMayWait);
    const compiled = compile(this.brython, source, filename, module, '$last', change);
    const names = this.brython.imported[module];
    if (names) delete names.$last;
    return compiled;
  }

  /** Calls a function of Python's with Python's values, and waits for a GPU where it has to. */
  async call(callee: Py, args: Py[]): Promise<Py> {
    return this.#tasks.finish(this.#tasks.begin(callee, args));
  }

  /** A value as a notebook shows it: nothing for None. */
  show(value: Py | undefined): string | null {
    if (value === undefined || value === this.bridge.none) return null;
    return this.brython.builtins.repr(value);
  }

  /** Shows what pyplot has drawn and nobody has shown: a notebook does so at the end of a cell. */
  showFigures(): void {
    const pyplot = this.brython.imported['matplotlib.pyplot'];
    if (pyplot) this.brython.$call(pyplot.show)();
  }

  /** An error in Python's words, with the frames of the library left out of its traceback. */
  describe(error: unknown): PythonError {
    const { brython, bridge } = this;
    const thrown = brython.exception(bridge.toPythonError(error)) as Py;
    const frames = keepOwnFrames(thrown, bridge.none);
    const last = frames[frames.length - 1];
    const isSyntax = brython.is_exc(thrown, [brython.builtins.SyntaxError]);
    return {
      name: brython.class_name(thrown),
      message: isSyntax ? String(thrown.args[0]) : String(brython.builtins.str.$factory(thrown)),
      line: isSyntax ? thrown.lineno : (last?.tb_lineno ?? null),
      file: isSyntax ? thrown.filename : (last?.tb_frame.__file__ ?? null),
      traceback: brython.error_trace(thrown),
      frames: isSyntax
        ? [{ file: thrown.filename, line: thrown.lineno, within: '' }]
        : frames.map(({ tb_lineno: line, tb_frame: frame }) => ({
            file: frame.__file__,
            line,
            within:
              frame.f_code?.co_name === '__main__' || frame[0] === frame[2]
                ? '<module>'
                : (frame.f_code?.co_name ?? frame[0]),
          })),
    };
  }
}
