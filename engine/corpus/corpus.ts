/**
 * The corpus: lines of Python with what real PyTorch makes of them, and the same lines here. One list for both
 * devices; runs in Node and in a page.
 */

import * as torch from '../index.ts';

export type Recorded =
  | {
      kind: 'tensor';
      dtype: string;
      shape: number[];
      strides: number[];
      values: (number | string | boolean)[];
      text: string;
    }
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number | string | boolean }
  | { kind: 'list'; items: Recorded[] }
  | { kind: 'none' }
  | { kind: 'error'; name: string; message: string };

export interface CorpusCase {
  readonly py: string;
  readonly ts: string;
  readonly expected: Recorded;
}

/** Pairs the lines of a family with what was recorded for them. */
export function readFamily(source: string, recorded: { results: Recorded[] }): CorpusCase[] {
  const cases: CorpusCase[] = [];
  for (const block of source.split('\n\n')) {
    const py = /^py: (.*)$/m.exec(block)?.[1];
    const ts = /^ts: (.*)$/m.exec(block)?.[1];
    if (py === undefined) continue;
    if ((block.match(/^py: /gm) ?? []).length > 1) throw new Error(`no empty line after: ${py}`);
    if (ts === undefined) throw new Error(`no ts line for: ${py}`);
    cases.push({ py, ts, expected: recorded.results[cases.length] });
  }
  if (cases.length !== recorded.results.length)
    throw new Error('the recordings are not of these lines: npm run oracle');
  return cases;
}

/** The statements of a line: `; ` apart, but not within quotes or brackets. */
function split(line: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  let quote: string | null = null;
  for (let k = 0; k < line.length; k++) {
    const char = line[k];
    if (quote) {
      if (char === quote) quote = null;
    } else if ('\'"`'.includes(char)) quote = char;
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    else if (char === ';' && depth === 0) {
      parts.push(line.slice(start, k).trim());
      start = k + 1;
    }
  }
  return [...parts, line.slice(start).trim()];
}

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (api: typeof torch) => Promise<unknown>;

async function evaluate(line: string, library: typeof torch): Promise<unknown> {
  const statements = split(line);
  const last = statements.pop();
  const body = `const { nn, optim } = torch; const F = nn?.functional;\n${statements.join(';\n')};\nreturn (${last});`;
  return new AsyncFunction('torch', body)(library);
}

function number(value: unknown): number | string | boolean {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'number') return value as boolean;
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Object.is(value, -0) ? '-0' : value;
}

async function describe(value: unknown): Promise<Recorded> {
  if (value instanceof torch.Tensor) {
    const flat = await value.detach().reshape(-1).tolist();
    return {
      kind: 'tensor',
      dtype: value.dtype.name,
      shape: [...value.shape],
      strides: [...value.stride()],
      values: (flat as unknown[]).map(number),
      text: await value.repr(),
    };
  }
  if (value instanceof torch.Size || value instanceof torch.DType || value instanceof torch.NdArray) {
    return { kind: 'text', value: String(value) };
  }
  if (Array.isArray(value)) return { kind: 'list', items: await Promise.all(value.map(describe)) };
  if (value === null || value === undefined) return { kind: 'none' };
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') {
    return { kind: 'number', value: number(value) };
  }
  if (Object.getPrototypeOf(value) === Object.prototype) {
    return {
      kind: 'list',
      items: await Promise.all(
        Object.entries(value as object)
          .flatMap(([key, item]) => [/^\d+$/.test(key) ? Number(key) : key, item])
          .map(describe),
      ),
    };
  }
  return { kind: 'text', value: String(value) };
}

/** What a case gives here, its tensors made on that device by that library. */
export async function runCase({ ts }: CorpusCase, device = 'cpu', library = torch): Promise<Recorded> {
  torch.manual_seed(0);
  torch.set_printoptions({ profile: 'default' });
  torch.set_default_device(device);
  try {
    return await describe(await evaluate(ts, library));
  } catch (error) {
    const { name, message } = error as Error;
    return { kind: 'error', name, message: message.split('\n')[0] };
  } finally {
    torch.set_grad_enabled(true);
    torch.set_default_dtype(torch.float32);
    torch.set_default_device('cpu');
  }
}

/** How close a result has to come. */
export interface Closeness {
  /** The largest difference by dtype, relative to numbers above 1; other dtypes must be equal. */
  readonly tolerance: Readonly<Record<string, number>>;
  /** Whether the printed text must be the same. */
  readonly text: boolean;
}

/** On the cpu results are rounded as PyTorch's are, but for sums in another order. */
export const onCpu: Closeness = { tolerance: { float64: 1e-9, float32: 2e-6, float16: 2e-3 }, text: true };

/** A GPU's exp, log, sin and their relatives may be off by more of the last bits, and its tensors say where they are. */
export const onWebgpu: Closeness = { tolerance: { float32: 2e-5, float16: 2e-3 }, text: false };

function sameNumber(
  a: number | string | boolean,
  b: number | string | boolean,
  dtype: string,
  { tolerance }: Closeness,
): boolean {
  if (a === b) return true;
  if (typeof a !== 'number' || typeof b !== 'number') return Number(a) === Number(b) && a !== 'nan';
  return Math.abs(a - b) <= (tolerance[dtype] ?? 0) * Math.max(Math.abs(b), 1);
}

/** What Python's argument parser says of a wrong call is its own: the class of the error is what counts. */
function sameError(got: Recorded & { kind: 'error' }, expected: Recorded & { kind: 'error' }): boolean {
  if (expected.name === 'AssertionError' || expected.name === 'ModuleAttributeError') return true;
  if (got.name !== expected.name) return false;
  return expected.name === 'TypeError' || asOnCpu(got.message) === expected.message;
}

/** A text in which a device names itself, as it would be on the cpu. */
function asOnCpu(text: string): string {
  return text.replaceAll('torch.webgpu.', 'torch.').replaceAll('webgpu:0', 'cpu');
}

/** How a result differs from the recorded one, in words; null where it does not. */
export function difference(got: Recorded, expected: Recorded, close: Closeness): string | null {
  if (got.kind === 'error' && expected.kind === 'error') {
    return sameError(got, expected) ? null : 'another error';
  }
  if (got.kind !== expected.kind) return `a ${got.kind} for a ${expected.kind}`;
  if (got.kind === 'tensor' && expected.kind === 'tensor') {
    if (got.dtype !== expected.dtype) return `dtype ${got.dtype} for ${expected.dtype}`;
    if (String(got.shape) !== String(expected.shape)) return `shape [${got.shape}] for [${expected.shape}]`;
    const wrong = got.values.findIndex(
      (value, k) => !sameNumber(value, expected.values[k], got.dtype, close),
    );
    if (wrong >= 0) return `element ${wrong} is ${got.values[wrong]} for ${expected.values[wrong]}`;
    if (String(got.strides) !== String(expected.strides))
      return `strides (${got.strides}) for (${expected.strides})`;
    return close.text && got.text !== expected.text ? 'another text' : null;
  }
  if (got.kind === 'list' && expected.kind === 'list') {
    if (got.items.length !== expected.items.length)
      return `${got.items.length} entries for ${expected.items.length}`;
    for (let k = 0; k < got.items.length; k++) {
      const inner = difference(got.items[k], expected.items[k], close);
      if (inner) return `entry ${k}: ${inner}`;
    }
    return null;
  }
  if (got.kind === 'number' && expected.kind === 'number') {
    return sameNumber(got.value, expected.value, 'float32', close)
      ? null
      : `${got.value} for ${expected.value}`;
  }
  if (got.kind === 'text' && expected.kind === 'text')
    return asOnCpu(got.value) === expected.value ? null : 'another text';
  return null;
}
