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

const loops = new Map<Expression, Map<string, Loop>>();

export function runPointwise(call: PointwiseCall): void {
  const { expression, compute, out } = call;
  const tensors = [out, ...call.tensors.values()];
  const nest = flatNest(tensors) ?? coalesce(out.sizes, tensors.map(stridesOf));
  const inner = nest.sizes.length - 1;
  // Code differs by the innermost stride: 1, 0 (read once), or any other.
  let layout = '';
  let key = compute.name + (inner === 0 ? '' : '+');
  for (let k = 0; k < tensors.length; k++) {
    const stride = nest.strides[k][inner];
    layout += stride === 1 ? 'c' : stride === 0 ? 'k' : 's';
    key += ` ${tensors[k].dtype.name}`;
  }
  key += ` ${layout}`;
  for (const name of call.tensors.keys()) key += ` ${name}`;
  let own = loops.get(expression);
  if (!own) {
    own = new Map();
    loops.set(expression, own);
  }
  let loop = own.get(key);
  if (!loop) {
    const dtypes = tensors.map((tensor) => tensor.dtype);
    const names = [...call.tensors.keys()];
    loop = compile(call, names, [...call.scalars.keys()], dtypes, layout, inner === 0 ? 1 : 2);
    own.set(key, loop);
  }
  const scalars: (number | bigint)[] = [];
  for (const value of call.scalars.values()) scalars.push(scalarValue(value, compute));
  loop(nest.sizes, tensors.map(operandOf), nest.strides, scalars);
}

const stridesOf = (tensor: Tensor): readonly number[] => tensor.strides;
const operandOf = (tensor: Tensor): Operand => ({ array: cpuArray(tensor), offset: tensor.offset });

/** One loop over neighbouring elements, where all operands are row-major without gaps. */
function flatNest(tensors: readonly Tensor[]): LoopNest | null {
  for (const tensor of tensors) if (!tensor.is_contiguous()) return null;
  return { sizes: [tensors[0].numel()], strides: tensors.map(() => [1]) };
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
