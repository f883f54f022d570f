/** The Python lines of the engine's corpus, run here as the oracle runs them under PyTorch. */

import * as torch from 'torch';
import type { Recorded } from '../../engine/corpus/corpus.ts';
import { importModule, type Py } from './brython.ts';
import type { PythonSession } from './session.ts';
import { nested, textOf } from './tensor.ts';

/** The names that a line may use, by the modules that they stand for. */
const names = {
  math: 'math',
  torch: 'torch',
  np: 'numpy',
  nn: 'torch.nn',
  F: 'torch.nn.functional',
  optim: 'torch.optim',
};

/** The statements of a line: `; ` apart, but not within quotes or brackets. */
function statements(line: string): string {
  let [depth, quote, result] = [0, '', ''];
  for (const char of line) {
    if (quote) quote = char === quote ? '' : quote;
    else if ('\'"'.includes(char)) quote = char;
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    result += char === ';' && depth === 0 && !quote ? '\n' : char;
  }
  return result.replaceAll('\n ', '\n');
}

let count = 0;

/** What a line gives, in the form of the recordings. */
export function runPythonCase(session: PythonSession, line: string): Recorded {
  torch.manual_seed(0);
  torch.set_printoptions({ profile: 'default' });
  const module = `case${++count}`;
  const { imported } = session.brython;
  imported[module] = session.brython.module.$factory(module);
  for (const name of ['math', 'numpy']) importModule(session.brython, name);
  for (const [name, source] of Object.entries(names)) imported[module][name] = imported[source];
  try {
    return describe(session, session.run(statements(line), `${module}.py`, module));
  } catch (error) {
    const { name, message } = session.describe(error);
    return { kind: 'error', name, message: message.split('\n')[0] };
  } finally {
    delete imported[module];
    torch.set_grad_enabled(true);
    torch.set_default_dtype(torch.float32);
  }
}

function number(value: unknown): number | string | boolean {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'number') return value as boolean;
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Object.is(value, -0) ? '-0' : value;
}

function describe(session: PythonSession, value: Py): Recorded {
  const { bridge, brython } = session;
  const { builtins } = brython;
  const tensor = value?.$js;
  if (tensor instanceof torch.Tensor) {
    const flat = nested(bridge, tensor.detach().reshape(-1)) as Py[];
    return {
      kind: 'tensor',
      dtype: tensor.dtype.name,
      shape: [...tensor.shape],
      strides: [...tensor.stride()],
      values: flat.map((item) => number(bridge.toEngine(item))),
      text: textOf(tensor),
    };
  }
  if (value === undefined || value === bridge.none) return { kind: 'none' };
  if (bridge.isNumber(value)) return { kind: 'number', value: number(bridge.toEngine(value)) };
  const size = brython.imported['torch.classes'].Size;
  if (value.__class__ !== size && builtins.isinstance(value, builtins.dict)) {
    const entries = [...builtins.dict.$iter_items(value)];
    return {
      kind: 'list',
      items: entries.flatMap((entry) => [entry.key, entry.value]).map((one) => describe(session, one)),
    };
  }
  if (value.__class__ !== size && Array.isArray(value)) {
    return { kind: 'list', items: value.map((item) => describe(session, item)) };
  }
  return { kind: 'text', value: builtins.str.$factory(value) };
}
