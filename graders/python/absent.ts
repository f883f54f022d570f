/** What people paste from elsewhere and is not to be had in a page: a sentence for each. */

import * as torch from 'torch';
import type { Bridge } from './bridge.ts';
import { importModule, nativeFunction, type Py } from './brython.ts';

const modules: [names: string, why: string][] = [
  [
    'torchvision torchaudio torchtext torchdata datasets transformers huggingface_hub timm diffusers tokenizers tiktoken gdown kagglehub',
    'it fetches data or weights, and this page has no network: make data with torch, and models with torch.nn',
  ],
  ['requests urllib urllib3 http socket ssl aiohttp wget ftplib', 'this page has no network'],
  ['subprocess signal ctypes cffi resource psutil pynvml', 'no other program can be started from a page'],
  ['asyncio concurrent selectors', 'there is one thread here: call the functions one after the other'],
  ['google IPython.core notebook', 'this page is no notebook server'],
  [
    'pandas scipy sklearn seaborn plotly bokeh altair cv2 PIL skimage imageio sympy numba jax flax tensorflow keras lightning pytorch_lightning torchmetrics torchinfo torchsummary torchviz graphviz einops opt_einsum gym gymnasium wandb mlflow ipywidgets networkx nltk spacy gensim h5py yaml accelerate peft ray optuna rich',
    'what there is besides Python is torch, numpy, matplotlib.pyplot and tqdm',
  ],
  [
    'struct uuid hashlib base64 shutil fractions decimal platform zipfile tarfile gzip sqlite3 xml html email unittest doctest secrets locale calendar configparser codecs array weakref ast dis importlib pkgutil shelve cmath',
    "of Python's own library there is a part here, and this is not in it",
  ],
];

const reasons = new Map(modules.flatMap(([names, why]) => names.split(' ').map((name) => [name, why])));

/** `No module named 'x'`, and why, where that can be told. */
export function missingModule(name: string): string {
  const why = reasons.get(name) ?? reasons.get(name.split('.')[0]);
  return `No module named '${name}'${why ? `: ${why}` : ''}`;
}

const harmless =
  /^\s*(%(matplotlib|config|load_ext|reload_ext|autoreload|pip|conda|env)\b|%%(time|capture|timeit)\b|%time\b|!\s*(pip|pip3|python -m pip|conda)\b)/;

/**
 * A notebook's own commands among Python's lines. Those that prepare a notebook are left out: there is nothing to prepare.
 * @param line the line that is no Python, from 1
 * @returns the source without it, or null where it is none of those
 */
export function withoutCommand(source: string, line: number): string | null {
  const lines = source.split('\n');
  const text = lines[line - 1] ?? '';
  if (!harmless.test(text)) return null;
  const [, timed = ''] = /^\s*%time\s+(.+)/.exec(text) ?? [];
  lines[line - 1] = timed;
  return lines.join('\n');
}

/** Why a line is no Python, where it is a notebook's command. */
export function aboutCommand(text: string): string | null {
  if (/^\s*!/.test(text)) return 'a line with ! is a command for a shell, and there is none in a page';
  if (/^\s*%/.test(text))
    return "a line with % is one of IPython's own commands, which there are not in this page";
  return null;
}

/** Builtins that ask somebody, or look for a file. */
export function installAbsent(bridge: Bridge): void {
  const { brython } = bridge;
  const { builtins } = brython;
  const define = (name: string, call: (...args: Py[]) => Py): void => {
    builtins[name] = nativeFunction(brython, 'builtins', name, call);
  };
  const refuse = (type: string, message: string) => (): never => {
    throw bridge.error(type, message);
  };
  define(
    'input',
    refuse(
      'EOFError',
      'EOF when reading a line: nobody can be asked here, so write the answer into the code',
    ),
  );
  const noDebugger =
    'there is no debugger here, since nobody can be asked what to do next: print what you want to see';
  define('breakpoint', refuse('RuntimeError', noDebugger));
  define('help', (value) => describe(bridge, value));
  define('display', (...args) => importModule(brython, 'IPython.display').display(...args));
  define('open', (...args) => brython.$call(importModule(brython, 'io').open)(...args));
  for (const name of ['exit', 'quit']) {
    define(name, (status = bridge.none) => {
      throw brython.$call(builtins.SystemExit)(status);
    });
  }
}

/** `help(torch.add)`: the operator's signature, and what it does. */
function describe(bridge: Bridge, value: Py): Py {
  const { builtins, $getattr: getattr } = bridge.brython;
  const { none } = bridge;
  const name = getattr(value, '__name__', none);
  const operator = torch.operators.get(name);
  const doc = getattr(value, '__doc__', none);
  const own = doc === none ? `There is no help for ${name === none ? 'this' : name}.` : doc;
  builtins.print(
    operator
      ? `${name}(${operator.parameters.map((each) => each.name).join(', ')})\n\n${operator.record.doc}`
      : own,
  );
  return none;
}
