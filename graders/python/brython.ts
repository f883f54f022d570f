/**
 * Python itself: Brython's script, started apart from the page and the network. It compiles Python to JavaScript, so
 * Python's objects are JavaScript's and the same garbage collector frees tensors; its errors and tracebacks are CPython's.
 */

import { aboutCommand, missingModule, withoutCommand } from './absent.ts';
import { installNumbers } from './numbers/arithmetic.ts';
import { installFormats } from './numbers/formats.ts';
import { installMath } from './numbers/math.ts';
import { installOperators } from './operators.ts';

/** A Python value as Brython holds it: str, bool and small int are JavaScript's own, the rest are objects. */
// biome-ignore lint/suspicious/noExplicitAny: Brython has no types, and Python none that the compiler could know
export type Py = any;

export interface Brython {
  builtins: Record<string, Py>;
  /** `sys.modules`: a module is an object whose properties are its names. */
  imported: Record<string, Py>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  [name: string]: any;
}

const address = 'http://python/';

/** What the script asks of a page. It gets no way to the network or to storage. */
function surroundings(): Record<string, unknown> {
  const nothing = (): void => {};
  const silent = { log: nothing, info: nothing, debug: nothing, warn: nothing, error: nothing };
  const page = {
    location: { href: `${address}main`, origin: address.slice(0, -1), pathname: '/main' },
    navigator: { language: 'en' },
    document: { currentScript: { src: `${address}brython.js` }, querySelectorAll: () => [] },
    HTMLElement: class {},
    MutationObserver: class {},
    customElements: { define: nothing },
    performance,
    TextDecoder,
    TextEncoder,
    BigInt,
    setTimeout: nothing,
    clearTimeout: nothing,
  };
  const { location, navigator, document, HTMLElement, MutationObserver, customElements } = page;
  const absent = ['XMLHttpRequest', 'fetch', 'indexedDB', 'Storage', 'localStorage', 'WorkerGlobalScope'];
  return {
    ...{ globalThis: page, self: page, window: page },
    ...{ location, navigator, document, HTMLElement, MutationObserver, customElements },
    // It says that it is in Node, where it looks for nothing in a page.
    ...{ process: { release: { name: 'node' } }, global: {}, module: {}, console: silent },
    addEventListener: nothing,
    ...Object.fromEntries(absent.map((name) => [name, undefined])),
  };
}

/**
 * Starts Brython from the text of its script (as mended.ts has it).
 * @param beforeImport is told the name of each module that is to be imported
 */
export function startBrython(script: string, beforeImport: (name: string) => void = () => {}): Brython {
  const names = surroundings();
  const start = new Function(...Object.keys(names), `${script}\nreturn __BRYTHON__;`);
  const brython = start(...Object.values(names)) as Brython;
  // What it compiles finds it by these names.
  Object.assign(globalThis, { __BRYTHON__: brython, $B: brython });
  brython.parse_options({});
  installOperators(brython, installNumbers(brython));
  installFormats(brython);
  installMath(brython);
  confineImports(brython, beforeImport);
  return brython;
}

/** Modules come out of `VFS` alone, not over the network. */
function confineImports(brython: Brython, beforeImport: (name: string) => void): void {
  brython.use_VFS = true;
  brython.VFS = {};
  brython.stdlib_module_names = [];
  const { $list: list, finders, builtins, $__import__: load } = brython;
  brython.make_import_paths = (filename: string) => {
    brython.import_info[filename] = { meta_path: list([finders.VFS]), path_hooks: list([]), path: list([]) };
  };
  brython.$__import__ = (name: string, ...rest: unknown[]) => {
    if (/^(browser|javascript)\b/.test(name)) {
      throw brython.$call(builtins.ModuleNotFoundError)(`No module named '${name}'`);
    }
    beforeImport(name);
    try {
      return load(name, ...rest);
    } catch (error) {
      const missing = error as Py;
      if (missing.__class__ === builtins.ModuleNotFoundError) {
        missing.args = brython.fast_tuple([missingModule(missing.name)]);
      }
      throw error;
    }
  };
}

/** A module, imported where nobody has asked for it yet: also from outside of Python, where no frame is open. */
export function importModule(brython: Brython, name: string): Py {
  if (brython.imported[name]) return brython.imported[name];
  const frames = brython.frame_obj;
  brython.frame_obj ??= brython.push_frame([name, {}, name, {}]);
  try {
    brython.$import(name);
  } finally {
    brython.frame_obj = frames;
  }
  return brython.imported[name];
}

/** A function of JavaScript's as one of Python's, which gets Python's values and names its arguments in a last `$kw`. */
export function nativeFunction(
  brython: Brython,
  module: string,
  name: string,
  call: (...args: Py[]) => Py,
): Py {
  const { builtins, fast_tuple, make_args_parser_and_parse } = brython;
  const { None } = builtins;
  // There are thousands of such functions.
  brython.$noNames ??= fast_tuple([]);
  brython.$allNames ??= fast_tuple(['args', 'kwargs']);
  const { $noNames: none, $allNames: all } = brython;
  const native: Py = call;
  native.$function_infos = [
    ...[module, name, name, `<${module}>`, None, {}, None, [], 'args', 'kwargs'],
    ...[0, 0, 12, none, 0, 0, all, none, none],
  ];
  native.$args_parser = make_args_parser_and_parse;
  return native;
}

export interface Compiled {
  filename: string;
  source: string;
  module: string;
  /** JavaScript that runs the source in its module. */
  js: string;
}

/**
 * Compiles a module's source. Where it ends in an expression and `result` is given, the expression's value is left under
 * that name, as a notebook shows it. `change` may rewrite the program.
 */
export function compile(
  brython: Brython,
  source: string,
  filename: string,
  module: string,
  result?: string,
  change: (tree: Py) => void = () => {},
): Compiled {
  remember(brython, { source, filename, module });
  const ast = parseCell(brython, source, filename);
  if (result) {
    keepLastValue(brython, ast, result);
    bindEarlierNames(brython, ast, module);
  }
  change(ast);
  const future = brython.future_features(ast, filename);
  const symtable = brython._PySymtable_Build(ast, filename, future);
  const { js } = brython.js_from_root({ ast, symtable, filename, src: source });
  return { filename, source, module, js };
}

/** The same for a source that may hold a notebook's commands. */
function parseCell(brython: Brython, source: string, filename: string): Py {
  try {
    return parse(brython, source, filename);
  } catch (thrown) {
    const error = thrown as Py;
    const line = error.lineno as number;
    const rest = line ? withoutCommand(source, line) : null;
    if (rest !== null) return parseCell(brython, rest, filename);
    const why = line ? aboutCommand(source.split('\n')[line - 1] ?? '') : null;
    if (why) error.args[0] = error.msg = why;
    throw thrown;
  }
}

/** The program's tree. @throws Python's SyntaxError */
export function parse(brython: Brython, source: string, filename: string): Py {
  return brython._PyPegen.run_parser(new brython.Parser(`${source}\n`, filename, 'file'));
}

/**
 * What the module has bound before, under the name of a builtin, is what the name means: the compiler takes the builtin
 * where the source itself binds nothing, so a statement that is never run says that it does.
 */
function bindEarlierNames(brython: Brython, ast: Py, module: string): void {
  const names = Object.keys(brython.imported[module] ?? {}).filter(
    (name) => name in brython.builtins && /^[a-zA-Z]/.test(name),
  );
  if (names.length === 0) return;
  ast.body.unshift(parse(brython, `if 0: ${names.join(' = ')} = 0`, '<names>').body[0]);
}

/** Tracebacks quote the source by its file's name. */
function remember(brython: Brython, { source, filename, module }: Omit<Compiled, 'js'>): void {
  brython.file_cache[filename] = source;
  brython.url2name[filename] = module;
}

function keepLastValue({ ast: nodes }: Brython, ast: Py, name: string): void {
  const last = ast.body[ast.body.length - 1];
  if (!(last instanceof nodes.Expr)) return;
  const { lineno, col_offset, end_lineno, end_col_offset } = last;
  const place = { lineno, col_offset, end_lineno, end_col_offset };
  const target = Object.assign(new nodes.Name(name, new nodes.Store()), place);
  ast.body[ast.body.length - 1] = Object.assign(new nodes.Assign([target], last.value), place);
}

/** Runs what was compiled. @throws the Python exception that it ends in */
export function execute(brython: Brython, compiled: Compiled): Py {
  const { module, js } = compiled;
  remember(brython, compiled);
  brython.imported[module] ??= brython.module.$factory(module);
  // An error leaves its frames standing for the traceback.
  const frames = brython.frame_obj;
  try {
    new Function(js)();
  } catch (error) {
    throw brython.exception(error);
  } finally {
    brython.frame_obj = frames;
  }
  return brython.imported[module];
}

const SteppingFunction = Object.getPrototypeOf(function* () {}).constructor;

/** The same for a program that waits at its top: a generator, as Python has them, which yields where it waits. */
export function startSteps(brython: Brython, compiled: Compiled): Py {
  remember(brython, compiled);
  brython.imported[compiled.module] ??= brython.module.$factory(compiled.module);
  return { __class__: brython.generator, js_gen: new SteppingFunction(compiled.js)() };
}
