/**
 * Pointwise programs on the cpu: one compiled loop an expression, types and layout class. Shapes and strides are
 * arguments of the loop, so a new shape compiles nothing.
 */

import { bool, type DType } from '../../core/dtype.ts';
import type { Expression } from '../../core/expression.ts';
import { cpuArray } from '../../core/reading.ts';
import type { Tensor } from '../../core/tensor.ts';
import type { PointwiseCall } from '../device.ts';
import { emit, emitLoad, emitStore, libraryFor, scalarValue } from './emit.ts';
import { coalesce, type LoopNest } from './layout.ts';

/** Runs over the operands, `out` first, by a nest of loops. */
type Loop = (
  sizes: readonly number[],
  tensors: readonly Tensor[],
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
  const { sizes, strides, layout } = nestOf(out, tensors);
  const isFlat = sizes.length === 1;
  let own = loops.get(expression);
  if (!own) {
    own = [];
    loops.set(expression, own);
  }
  let compiled: Compiled | null = null;
  for (const one of own) {
    if (one.layout === layout && one.isFlat === isFlat && fits(one, call, tensors)) compiled = one;
  }
  if (!compiled) {
    const dtypes = tensors.map((tensor) => tensor.dtype);
    const names = [...call.tensors.keys()];
    const loop = compile(call, names, [...call.scalars.keys()], dtypes, layout, isFlat ? 1 : 2);
    compiled = { compute, names, dtypes, layout, isFlat, loop };
    own.push(compiled);
  }
  const scalars: (number | bigint)[] = [];
  for (const value of call.scalars.values()) {
    scalars.push(scalarValue(value, compute, call.out.dtype === bool));
  }
  compiled.loop(sizes, tensors, strides, scalars);
}

/** Whether a loop of the call's expression is one of its types, and has tensors where the call has them. */
function fits(
  { compute, dtypes, names }: Compiled,
  call: PointwiseCall,
  tensors: readonly Tensor[],
): boolean {
  if (compute !== call.compute) return false;
  for (let k = 0; k < tensors.length; k++) if (tensors[k].dtype !== dtypes[k]) return false;
  for (const name of names) if (!call.tensors.has(name)) return false;
  return true;
}

interface Nest extends LoopNest {
  /** Code differs by each operand's innermost stride: 1 (c), 0 (k: read once), or any other (s). */
  readonly layout: string;
}

/** What so many operands have in common where the elements of each are neighbours. */
const flat: Pick<Nest, 'strides' | 'layout'>[] = [];

function nestOf(out: Tensor, tensors: readonly Tensor[]): Nest {
  if (areFlat(tensors)) {
    const count = tensors.length;
    flat[count] ??= { strides: tensors.map(() => [1]), layout: 'c'.repeat(count) };
    const { strides, layout } = flat[count];
    return { sizes: [out.numel()], strides, layout };
  }
  const { sizes, strides } = coalesce(
    out.sizes,
    tensors.map((tensor) => tensor.strides),
  );
  const letters = strides.map((own) => ({ 1: 'c', 0: 'k' })[own[sizes.length - 1]] ?? 's');
  return { sizes, strides, layout: letters.join('') };
}

/** Whether one loop over neighbouring elements will do: all operands are row-major without gaps. */
function areFlat(tensors: readonly Tensor[]): boolean {
  for (const tensor of tensors) if (!tensor.is_contiguous()) return false;
  return true;
}

function compile(
  { expression, compute }: PointwiseCall,
  names: readonly string[],
  scalarNames: readonly string[],
  dtypes: readonly DType[],
  layout: string,
  depth: number,
): Loop {
  const used = new Set<string>(['toInt64', 'truncate', 'lowBits', 'f16round']);
  const code = emit(expression.root, compute, used);
  const at = (k: number): string =>
    layout[k] === 'c' ? `a${k}[p${k} + i]` : layout[k] === 'k' ? `a${k}[p${k}]` : `a${k}[p${k} + i * s${k}]`;
  const loads = names.map((name, k) => ({
    constant: layout[k + 1] === 'k',
    code: `const ${name} = ${emitLoad(at(k + 1), dtypes[k + 1], compute, dtypes[0] === bool, layout[k + 1] === 'k')};`,
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
    return (sizes, tensors, strides, scalars) => {
      const inner = sizes.length - 1;
      const n = sizes[inner];
      ${operands.map((k) => `const a${k} = cpuArray(tensors[${k}]), s${k} = strides[${k}][inner]; let p${k} = tensors[${k}].offset;`).join('\n')}
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
  return new Function('library', 'cpuArray', body)(libraryFor(compute), cpuArray) as Loop;
}
