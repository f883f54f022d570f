/** Values as a notebook shows them: what is PyTorch's in PyTorch's words, what is JavaScript's nearly as Python would. */
import { NdArray, Tensor } from 'torch';

/** A text, or the promise of one where it must be read back from the GPU. */
export type Text = string | Promise<string>;

/** `console.log`'s view, as Python's `print`: a string at the top stands for itself, an array lacks its `array(…)`. */
export function formatPrinted(values: unknown[]): Text {
  return join(
    values.map((value) =>
      typeof value === 'string' || value instanceof NdArray ? String(value) : format(value),
    ),
    (parts) => parts.join(' '),
  );
}

/** One value, as the last expression of a cell shows it. */
export function format(value: unknown, seen: ReadonlySet<unknown> = new Set()): Text {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (typeof value === 'bigint') return `${value}`;
  if (typeof value === 'function')
    return `[${isClass(value) ? 'class' : 'function'} ${value.name || 'anonymous'}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '[…]';
  if (value instanceof NdArray) return value.repr();
  if (isTensor(value)) return value.is_cpu ? String(value) : value.repr(); // what it holds now: it may be written to
  const inner = new Set(seen).add(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (hasOwnText(value)) return String(value);
  if (Array.isArray(value)) {
    return join(
      value.map((each) => format(each, inner)),
      (parts) => `[${parts.join(', ')}]`,
    );
  }
  const entries = Object.entries(value);
  return join(
    entries.map(([, each]) => format(each, inner)),
    (parts) => `{${entries.map(([key], at) => `${key}: ${parts[at]}`).join(', ')}}`,
  );
}

export function isTensor(value: unknown): value is Tensor {
  return value instanceof Tensor;
}

function join(parts: Text[], glue: (parts: string[]) => string): Text {
  if (parts.every((part) => typeof part === 'string')) return glue(parts as string[]);
  return Promise.all(parts).then(glue);
}

/** Whether some class between `value` and Object or Array says how it is printed, as dtypes and sizes do. */
function hasOwnText(value: object): boolean {
  const { toString: text } = value;
  return (
    typeof text === 'function' && text !== Object.prototype.toString && text !== Array.prototype.toString
  );
}

function isClass(value: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value));
}
