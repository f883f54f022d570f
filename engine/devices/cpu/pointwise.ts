/**
 * Pointwise programs on the cpu: one compiled loop an expression, types and layout class. Shapes and strides are
 * arguments of the loop, so a new shape compiles nothing.
 */

import type { DType, TypedArray } from '../../core/dtype.ts';
import type { Expression } from '../../core/expression.ts';
import { cpuArray, type Tensor } from '../../core/tensor.ts';
import type { PointwiseCall } from '../device.ts';
import { emit, emitLoad, emitStore, libraryFor, scalarValue } from './emit.ts';
import { coalesce, type LoopNest } from './layout.ts';

/** The operands of a loop, `out` first: where each begins in which array. */
type Loop = (
  sizes: readonly number[],
  arrays: readonly TypedArray[],
  offsets: readonly number[],
  strides: readonly (readonly number[])[],
  scalars: readonly (number | bigint)[],
) => void;

/** A compiled loop and the calls that it fits. */
interface Compiled {
  readonly compute: DType;
  readonly names: readonly string[];
  readonly dtypes: readonly DType[];
  readonly layout: string;
  readonly isFlat: boolean;
  readonly loop: Loop;
}

const loops = new Map<Expression, Compiled[]>();

export function runPointwise(call: PointwiseCall): void {
  const { expression, compute, out } = call;
  const tensors = [out, ...call.tensors.values()];
  const nest = flatNest(tensors) ?? coalesce(out.sizes, tensors.map(stridesOf));
  const inner = nest.sizes.length - 1;
  // Code differs by the innermost stride: 1, 0 (read once), or any other.
  let layout = '';
  for (const strides of nest.strides) layout += strides[inner] === 1 ? 'c' : strides[inner] === 0 ? 'k' : 's';
  let own = loops.get(expression);
  if (!own) {
    own = [];
    loops.set(expression, own);
  }
  let compiled = own.find(
    (one) =>
      one.compute === compute &&
      one.layout === layout &&
      one.isFlat === (inner === 0) &&
      tensors.every((tensor, k) => tensor.dtype === one.dtypes[k]) &&
      one.names.every((name) => call.tensors.has(name)),
  );
  if (!compiled) {
    const dtypes = tensors.map((tensor) => tensor.dtype);
    const names = [...call.tensors.keys()];
    const loop = compile(call, names, [...call.scalars.keys()], dtypes, layout, inner === 0 ? 1 : 2);
    compiled = { compute, names, dtypes, layout, isFlat: inner === 0, loop };
    own.push(compiled);
  }
  const scalars: (number | bigint)[] = [];
  for (const value of call.scalars.values()) scalars.push(scalarValue(value, compute));
  compiled.loop(nest.sizes, tensors.map(cpuArray), tensors.map(offsetOf), nest.strides, scalars);
}

const stridesOf = (tensor: Tensor): readonly number[] => tensor.strides;
const offsetOf = (tensor: Tensor): number => tensor.offset;

const flatStrides: readonly number[] = [1];
const toFlat = (): readonly number[] => flatStrides;

/** One loop over neighbouring elements, where all operands are row-major without gaps. */
function flatNest(tensors: readonly Tensor[]): LoopNest | null {
  for (const tensor of tensors) if (!tensor.is_contiguous()) return null;
  return { sizes: [tensors[0].numel()], strides: tensors.map(toFlat) };
}

function compile(
  { expression, compute }: PointwiseCall,
  names: readonly string[],
  scalarNames: readonly string[],
  dtypes: readonly DType[],
  layout: string,
  depth: number,
): Loop {
  const used = new Set<string>(['toInt64', 'truncate']);
  const code = emit(expression.root, compute, used);
  const at = (k: number): string =>
    layout[k] === 'c' ? `a${k}[p${k} + i]` : layout[k] === 'k' ? `a${k}[p${k}]` : `a${k}[p${k} + i * s${k}]`;
  const loads = names.map((name, k) => ({
    constant: layout[k + 1] === 'k',
    code: `const ${name} = ${emitLoad(at(k + 1), dtypes[k + 1], compute)};`,
  }));
  const operands = dtypes.map((_, k) => k);
  const advance = operands.map((k) => `p${k} += strides[${k}][d];`).join(' ');
  const rewind = operands.map((k) => `p${k} -= strides[${k}][d] * sizes[d];`).join(' ');
  const row = `
    ${loads
      .filter((load) => load.constant)
      .map((load) => load.code)
      .join('\n')}
    for (let i = 0; i < n; i++) {
      ${loads
        .filter((load) => !load.constant)
        .map((load) => load.code)
        .join('\n')}
      ${at(0)} = ${emitStore(expression.root, code, compute, dtypes[0])};
    }`;
  const body = `
    const {${[...used].join(', ')}} = library;
    return (sizes, arrays, offsets, strides, scalars) => {
      const inner = sizes.length - 1;
      const n = sizes[inner];
      ${operands.map((k) => `const a${k} = arrays[${k}], s${k} = strides[${k}][inner]; let p${k} = offsets[${k}];`).join('\n')}
      ${scalarNames.map((name, k) => `const ${name} = scalars[${k}];`).join('\n')}
      ${
        depth === 1
          ? row
          : `
      const index = new Array(inner).fill(0);
      for (;;) {
        ${row}
        let d = inner - 1;
        for (; d >= 0; d--) {
          ${advance}
          if (++index[d] < sizes[d]) break;
          ${rewind}
          index[d] = 0;
        }
        if (d < 0) return;
      }`
      }
    };`;
  return new Function('library', body)(libraryFor(compute)) as Loop;
}
