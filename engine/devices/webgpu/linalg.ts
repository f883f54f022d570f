/**
 * Factorizations on the GPU, and what is solved with them. A workgroup shares a matrix; its results stand in one row of
 * a tensor (factors first, then pivots and what else there is), of which the operators' results are views or copies.
 */

import { float32, int32 } from '../../core/dtype.ts';
import { alias, allocate, type Tensor } from '../../core/tensor.ts';
import {
  checkInfoKernel,
  choleskyKernel,
  determinantKernel,
  inverseKernel,
  logDeterminantKernel,
  luFactorKernel,
  luKernel,
  permutationKernel,
  qrKernel,
  solveKernel,
  solveTriangularKernel,
} from '../cpu/linalg/kernels.ts';
import { gpuOfTensor, mainOver, runKernel } from './kernels.ts';
import { choleskyBody, luBody, qrBody } from './linalg-bodies.ts';
import { mainPerGroup, type Place, placeOf } from './rows.ts';
import { reportIndex } from './scatter.ts';

const lanes = 64;

/** Where the matrix of that number begins; its elements are `P_<prefix>down` and `P_<prefix>across` apart. */
function matrixOf(prefix: string, number: string, tensor: Tensor): Place {
  const { ndim, sizes, strides, offset } = tensor;
  const { code, params } = placeOf(prefix, number, sizes.slice(0, -2), strides.slice(0, -2), offset);
  const [down, across] = strides.slice(ndim - 2);
  return { code, params: { ...params, [`${prefix}down`]: down, [`${prefix}across`]: across } };
}

/** The rows that a factorization writes: one for each matrix of a batch. */
class Packed {
  readonly rows: Tensor;
  readonly #batch: readonly number[];
  readonly #size: number;

  constructor(a: Tensor, size: number) {
    this.#batch = a.sizes.slice(0, -2);
    this.#size = size;
    this.rows = allocate([...this.#batch, size], float32, a.storage.device);
  }

  /** Elements of each row, from `start` on, in that shape and at those strides. */
  part(start: number, sizes: readonly number[], strides: readonly number[]): Tensor {
    const { strides: own } = this.rows;
    const all = [...own.slice(0, -1), ...strides];
    return alias(this.rows, [...this.#batch, ...sizes], all, start);
  }

  /** One element of each row. */
  one(start: number): Tensor {
    return this.part(start, [], []);
  }

  run(name: string, a: Tensor, body: string, params: Record<string, number> = {}): void {
    const [m, n] = a.sizes.slice(-2);
    const from = matrixOf('a_', 'number', a);
    const count = this.rows.numel() / this.#size;
    if (count === 0) return;
    runKernel({
      name,
      device: gpuOfTensor(a),
      out: this.rows,
      inputs: [a],
      params: { count, size: this.#size, m, n, ...params, ...from.params },
      workgroups: count,
      body: () => `${mainPerGroup(lanes, 'P_count')}
  let m = P_m; let n = P_n;
  let base = number * P_size;
  let start = ${from.code};
${body}
}`,
    });
  }
}

// ── LU ───────────────────────────────────────────────────────────────────────────────────────────────────────

interface LU {
  readonly factors: Tensor;
  readonly pivots: Tensor;
  /** The place of the first zero pivot, or 0. */
  readonly info: Tensor;
  /** 1 or -1, as the number of exchanged rows is even or odd. */
  readonly sign: Tensor;
}

function factor(a: Tensor): LU {
  const [m, n] = a.sizes.slice(-2);
  const count = Math.min(m, n);
  const packed = new Packed(a, m * n + count + 2);
  packed.run('LU factors', a, luBody, { pivots: count });
  return {
    factors: packed.part(0, [m, n], [n, 1]),
    pivots: packed.part(m * n, [count], [1]),
    info: packed.one(m * n + count),
    sign: packed.one(m * n + count + 1),
  };
}

luFactorKernel.on('webgpu', (a: Tensor, out: Tensor, pivots: Tensor, info: Tensor): void => {
  const lu = factor(a);
  out.copy_(lu.factors);
  pivots.copy_(lu.pivots);
  info.copy_(lu.info);
});

luKernel.on('webgpu', (a: Tensor, permutation: Tensor, lower: Tensor, upper: Tensor): void => {
  const { factors, pivots } = factor(a);
  const count = Math.min(...a.sizes.slice(-2));
  lower.copy_(factors.narrow(-1, 0, count).tril(-1));
  lower.diagonal(0, -2, -1).fill_(1);
  upper.copy_(factors.narrow(-2, 0, count).triu());
  permute(pivots, permutation);
});

determinantKernel.on('webgpu', (a: Tensor, out: Tensor): void => {
  const { factors, sign } = factor(a);
  out.copy_(factors.diagonal(0, -2, -1).prod(-1).mul(sign));
});

logDeterminantKernel.on('webgpu', (a: Tensor, sign: Tensor, logarithm: Tensor): void => {
  const lu = factor(a);
  const diagonal = lu.factors.diagonal(0, -2, -1);
  sign.copy_(diagonal.sign().prod(-1).mul(lu.sign));
  logarithm.copy_(diagonal.abs().log().sum(-1));
});

inverseKernel.on('webgpu', (a: Tensor, out: Tensor, info: Tensor): void => {
  const lu = factor(a);
  solveWith(lu, null, out);
  info.copy_(lu.info);
});

solveKernel.on('webgpu', (a: Tensor, b: Tensor, out: Tensor, info: Tensor): void => {
  const lu = factor(a);
  solveWith(lu, b, out);
  info.copy_(lu.info);
});

/** WGSL that exchanges the elements of x as the pivots say, which stand in `in0`. */
function exchange(pivots: Tensor): Place {
  const last = pivots.ndim - 1;
  const at = placeOf(
    'p_',
    'batch',
    pivots.sizes.slice(0, last),
    pivots.strides.slice(0, last),
    pivots.offset,
  );
  const code = `
  let first = ${at.code};
  for (var k = 0u; k < P_pivots; k++) {
    let other = u32(in0[first + k]) - 1u;
    let held = X(k); put(k, X(other)); put(other, held);
  }`;
  return { code, params: { pivots: pivots.sizes[last], ...at.params } };
}

/** Solves P L U x = b, or with the identity in place of b. */
function solveWith({ pivots, factors }: LU, b: Tensor | null, out: Tensor): void {
  const { code, params } = exchange(pivots);
  const steps = code + substitution(false, true) + substitution(true, false);
  solveColumns('solve', factors, b, out, steps, params);
}

/** Writes the P of P L U: the identity with its rows exchanged, transposed. */
function permute(pivots: Tensor, out: Tensor): void {
  const { code, params } = exchange(pivots);
  solveColumns('permutation', pivots.unsqueeze(-1), null, out.mT, code, params);
}

permutationKernel.on('webgpu', (pivots: Tensor, out: Tensor): void => permute(pivots.float(), out));

/** Solves with one triangle of the matrix, from its first row on or from its last. */
function substitution(isUpper: boolean, unit: boolean): string {
  return `
  for (var step = 0u; step < rows; step++) {
    let k = ${isUpper ? 'rows - 1u - step' : 'step'};
    ${unit ? 'let value = X(k);' : 'let value = X(k) / A(k, k); put(k, value);'}
    ${isUpper ? 'for (var r = 0u; r < k; r++)' : 'for (var r = k + 1u; r < rows; r++)'} { put(r, X(r) - A(r, k) * value); }
  }`;
}

/** Runs `steps` on each column x of `out`, once the column of b (or the identity) stands there; an invocation does one. */
function solveColumns(
  name: string,
  a: Tensor,
  b: Tensor | null,
  out: Tensor,
  steps: string,
  params: Record<string, number> = {},
): void {
  const [rows, columns] = out.sizes.slice(-2);
  const count = out.numel() / Math.max(rows, 1);
  if (out.numel() === 0) return;
  const [from, to] = [matrixOf('a_', 'batch', a), matrixOf('o_', 'batch', out)];
  const right = b && matrixOf('b_', 'batch', b);
  const given = right
    ? `in1[${right.code} + r * P_b_down + column * P_b_across]`
    : 'select(0.0, 1.0, r == column)';
  runKernel({
    name,
    device: gpuOfTensor(out),
    out,
    inputs: b ? [a, b] : [a],
    params: { count, rows, columns, ...params, ...from.params, ...to.params, ...right?.params },
    workgroups: Math.ceil(count / lanes),
    body: () => `
var<private> own_a: u32;
var<private> own_x: u32;
fn A(r: u32, c: u32) -> f32 { return in0[own_a + r * P_a_down + c * P_a_across]; }
fn X(r: u32) -> f32 { return result[own_x + r * P_o_down]; }
fn put(r: u32, value: f32) { result[own_x + r * P_o_down] = value; }
${mainOver(lanes, 'P_count')}
  let batch = i / P_columns; let column = i % P_columns;
  let rows = P_rows;
  own_a = ${from.code};
  own_x = ${to.code} + column * P_o_across;
  for (var r = 0u; r < rows; r++) { put(r, ${given}); }
  ${steps}
}`,
  });
}

solveTriangularKernel.on(
  'webgpu',
  (a: Tensor, b: Tensor, out: Tensor, isUpper: boolean, unit: boolean): void => {
    const name = `solve ${unit ? 'unit ' : ''}${isUpper ? 'upper' : 'lower'} triangular`;
    solveColumns(name, a, b, out, substitution(isUpper, unit));
  },
);

// ── Cholesky and QR ──────────────────────────────────────────────────────────────────────────────────────────

choleskyKernel.on('webgpu', (a: Tensor, out: Tensor, info: Tensor, isUpper: boolean): void => {
  const n = a.sizes[a.ndim - 1];
  const packed = new Packed(a, n * n + 1);
  packed.run('Cholesky factor', isUpper ? a.mT : a, choleskyBody);
  const lower = packed.part(0, [n, n], [n, 1]);
  out.copy_(isUpper ? lower.mT : lower);
  info.copy_(packed.one(n * n));
});

qrKernel.on('webgpu', (a: Tensor, q: Tensor | null, r: Tensor): void => {
  const [m, n] = a.sizes.slice(-2);
  const [count, columns] = [Math.min(m, n), q ? q.sizes[q.ndim - 1] : 0];
  const packed = new Packed(a, m * n + count + m * columns);
  packed.run('QR factors', a, qrBody, { reflections: count, q_columns: columns });
  r.copy_(packed.part(0, [r.sizes[r.ndim - 2], n], [n, 1]).triu());
  q?.copy_(packed.part(m * n + count, [m, columns], [columns, 1]));
});

// ── what went wrong ──────────────────────────────────────────────────────────────────────────────────────────

checkInfoKernel.on('webgpu', (info: Tensor, errorFor: (code: number, batch: number) => Error): void => {
  if (info.numel() === 0) return;
  const device = gpuOfTensor(info);
  runKernel({
    name: 'check of a factorization',
    device,
    out: allocate([1], int32, info.storage.device),
    inputs: [info],
    reports: true,
    params: { count: info.numel(), offset: info.offset, number: device.noteError(errorFor) },
    workgroups: 1,
    body: () => `${reportIndex}
@compute @workgroup_size(1)
fn main() {
  result[0] = 0;
  for (var k = 0u; k < P_count; k++) {
    let code = in0[P_offset + k];
    if (code != 0) { bad_index(code, P_number, k); return; }
  }
}`,
  });
});
