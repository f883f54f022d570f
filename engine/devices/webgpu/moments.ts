/** Kernels in which a workgroup goes over a row several times: softmax, and rows of mean 0 and variance 1. */

import { wrapDim } from '../../core/shape.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import { softmaxGradKernel } from '../../ops/softmax.ts';
import { softmaxKernel, standardizeKernel } from '../cpu/moments.ts';
import { alongLast } from '../cpu/rows.ts';
import { callName } from './functions.ts';
import { gpuOfTensor, runKernel } from './kernels.ts';
import { rowCount, rowLength, rowOf } from './rows.ts';
import { store } from './wgsl.ts';
import { type Team, teamFor } from './workgroup.ts';

const largest = (a: string, b: string): string =>
  `select(select(${a}, ${b}, ${b} > ${a} || is_nan(${b})), ${a}, is_nan(${a}))`;
const sum = (a: string, b: string): string => `${a} + ${b}`;

/** Runs `body` by a team for each row of floats; `source`, `target_row` and (in `second`) `other` are where the row begins. */
function overRows(
  name: string,
  source: Tensor,
  out: Tensor,
  params: Record<string, number>,
  body: (team: Team) => string,
  second: Tensor | null = null,
): void {
  const team = teamFor(gpuOfTensor(source));
  const also = second && rowOf('also', 'number', second);
  const [from, to] = [rowOf('from', 'number', source), rowOf('to', 'number', out)];
  runKernel({
    name,
    device: gpuOfTensor(source),
    out,
    inputs: second ? [source, second] : [source],
    params: {
      rows: rowCount(source),
      lanes: team.lanes,
      length: rowLength(source),
      ...from.params,
      ...to.params,
      ...also?.params,
      ...params,
    },
    workgroups: team.workgroups(rowCount(source)),
    variant: [team.lanes],
    body: () => `${library()}
${team.opening('f32', 'P_rows')}
  let source = ${from.code};
  let target_row = ${to.code};
  ${also ? `let other = ${also.code};` : ''}
  ${body(team)}
}`,
  });
}

/** The functions that rows are calculated with. */
function library(): string {
  const used = new Map<string, string>();
  for (const needed of ['exp', 'log']) callName(needed, 'f32', used);
  return [...used.values()].join('\n');
}

const element = 'in0[source + j * P_fromstep]';
const walk = (code: string): string => `for (var j = lane; j < P_length; j += P_lanes) { ${code} }`;

softmaxKernel.on('webgpu', (source: Tensor, out: Tensor, log: boolean): void => {
  const result = log ? 'x - top - log_total' : 'exp_f32(x - top) / total';
  overRows(
    log ? 'log_softmax' : 'softmax',
    source,
    out,
    {},
    ({ join }) => `
  var most = -inf();
  ${walk(`let x = ${element}; most = ${largest('most', 'x')};`)}
  ${join('top', 'most', largest)}
  var part = 0.0;
  ${walk(`part += exp_f32(${element} - top);`)}
  ${join('total', 'part', sum)}
  let log_total = log_f32(total);
  ${walk(`let x = ${element}; result[target_row + j * P_tostep] = ${store({ text: result, type: 'f32' }, out.dtype)};`)}`,
  );
});

softmaxGradKernel.on('webgpu', (grad: Tensor, result: Tensor, dim: number, log: boolean): Tensor => {
  const out = allocate(result.sizes, result.dtype, result.storage.device);
  if (out.numel() === 0) return out;
  const rows = [grad, out, result].map((tensor) => alongLast(tensor, wrapDim(dim, result.ndim)));
  const y = 'in1[other + j * P_alsostep]';
  const value = log ? `${element} - exp_f32(${y}) * total` : `${y} * (${element} - total)`;
  overRows(
    log ? 'log_softmax: gradient' : 'softmax: gradient',
    rows[0],
    rows[1],
    {},
    ({ join }) => `
  var part = 0.0;
  ${walk(`part += ${log ? element : `${element} * ${y}`};`)}
  ${join('total', 'part', sum)}
  ${walk(`result[target_row + j * P_tostep] = ${store({ text: value, type: 'f32' }, out.dtype)};`)}`,
    rows[2],
  );
  return out;
});

standardizeKernel.on('webgpu', (source: Tensor, out: Tensor, eps: number): void => {
  const bits = new Uint32Array(new Float32Array([eps]).buffer)[0];
  overRows(
    'layer norm',
    source,
    out,
    { eps: bits },
    ({ join }) => `
  var part = 0.0;
  ${walk(`part += ${element};`)}
  ${join('total', 'part', sum)}
  let mean = total / f32(P_length);
  var squares = 0.0;
  ${walk(`let d = ${element} - mean; squares += d * d;`)}
  ${join('variance', 'squares', sum)}
  let scale = 1.0 / sqrt(variance / f32(P_length) + bitcast<f32>(P_eps));
  ${walk(`result[target_row + j * P_tostep] = ${store({ text: `(${element} - mean) * scale`, type: 'f32' }, out.dtype)};`)}`,
  );
});
