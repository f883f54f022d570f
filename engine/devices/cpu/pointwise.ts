/**
 * Pointwise programs on the cpu: one compiled loop an expression, types and layout class. Shapes and strides are
 * arguments of the loop, so a new shape compiles nothing.
 */

import type { DType, TypedArray } from '../../core/dtype.ts';
import { cpuArray } from '../../core/tensor.ts';
import type { PointwiseCall } from '../device.ts';
import { emit, emitLoad, emitStore, libraryFor, scalarValue } from './emit.ts';
import { coalesce } from './layout.ts';

/** One operand of the loop: `out` first. */
interface Operand {
  readonly array: TypedArray;
  readonly offset: number;
}

type Loop = (
  sizes: readonly number[],
  operands: readonly Operand[],
  strides: readonly (readonly number[])[],
  scalars: readonly (number | bigint)[],
) => void;

const loops = new Map<string, Loop>();

export function runPointwise(call: PointwiseCall): void {
  const { expression, compute, out } = call;
  const names = [...call.tensors.keys()];
  const tensors = [out, ...call.tensors.values()];
  const nest = coalesce(
    out.sizes,
    tensors.map((tensor) => tensor.strides),
  );
  const inner = nest.sizes.length - 1;
  // Code differs by the innermost stride: 1, 0 (read once), or any other.
  const layout = nest.strides
    .map((strides) => (strides[inner] === 1 ? 'c' : strides[inner] === 0 ? 'k' : 's'))
    .join('');
  const depth = nest.sizes.length === 1 ? 1 : 2;
  const dtypes = tensors.map((tensor) => tensor.dtype);
  const scalarNames = [...call.scalars.keys()];
  const key = `${expression.source}|${names}|${scalarNames}|${dtypes.map((dtype) => dtype.name)}|${compute.name}|${layout}|${depth}`;
  let loop = loops.get(key);
  if (!loop) {
    loop = compile(call, names, scalarNames, dtypes, layout, depth);
    loops.set(key, loop);
  }
  loop(
    nest.sizes,
    tensors.map((tensor) => ({ array: cpuArray(tensor), offset: tensor.offset })),
    nest.strides,
    [...call.scalars.values()].map((value) => scalarValue(value, compute)),
  );
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
    return (sizes, operands, strides, scalars) => {
      const inner = sizes.length - 1;
      const n = sizes[inner];
      ${operands.map((k) => `const a${k} = operands[${k}].array, s${k} = strides[${k}][inner]; let p${k} = operands[${k}].offset;`).join('\n')}
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
