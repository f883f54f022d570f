/** Kernels in which a workgroup goes over a row several times: softmax, and rows of mean 0 and variance 1. */

import { wrapDim } from '../../core/shape.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import { softmaxGradKernel } from '../../ops/softmax.ts';
import { softmaxKernel, standardizeKernel } from '../cpu/moments.ts';
import { alongLast } from '../cpu/rows.ts';
import { callName } from './functions.ts';
import { gpuOfTensor, runKernel } from './kernels.ts';
import { inFours, rowCount, rowLength, rowOf } from './rows.ts';
import { store } from './wgsl.ts';
import { type Team, teamFor } from './workgroup.ts';

const largest = (a: string, b: string): string =>
  `select(select(${a}, ${b}, ${b} > ${a} || is_nan(${b})), ${a}, is_nan(${a}))`;
const sum = (a: string, b: string): string => `${a} + ${b}`;

/** How a kernel goes over its rows. */
interface Row extends Team {
  /** WGSL that does `code` for each `x` of the row (and `y` of a second tensor's): one element, or four. */
  walk(code: string): string;
  /** What a name holds, element by element. */
  each(name: string): string[];
  /** WGSL that writes the results for an `x`, one an element. */
  write(results: readonly string[]): string;
}

/** Runs `body` by a team for each row of floats. Rows that are whole vectors of four are read as such. */
function overRows(
  name: string,
  source: Tensor,
  out: Tensor,
  params: Record<string, number>,
  body: (row: Row) => string,
  second: Tensor | null = null,
): void {
  const team = teamFor(gpuOfTensor(source));
  const tensors = second ? [source, out, second] : [source, out];
  const fours = tensors.map(inFours);
  const isWide = fours.every((rows) => rows !== null);
  const [read, written, other] = isWide ? fours : tensors;
  const [from, to] = [rowOf('from', 'number', read), rowOf('to', 'number', written)];
  const also = second && rowOf('also', 'number', other);
  const type = isWide ? 'vec4<f32>' : 'f32';
  const inputs = second ? [source, second] : [source];
  const elements = `let x = in0[source + j * P_fromstep];${also ? ' let y = in1[other + j * P_alsostep];' : ''}`;
  const row: Row = {
    ...team,
    walk: (code) => `for (var j = lane; j < P_length; j += P_lanes) { ${elements} ${code} }`,
    each: (value) => (isWide ? ['x', 'y', 'z', 'w'].map((part) => `${value}.${part}`) : [value]),
    write: (results) => {
      const stored = results.map((text) => store({ text, type: 'f32' }, out.dtype));
      return `result[target_row + j * P_tostep] = ${type}(${stored.join(', ')});`;
    },
  };
  runKernel({
    name,
    device: gpuOfTensor(source),
    out,
    outType: type,
    inputs,
    inputTypes: inputs.map(() => type),
    params: {
      rows: rowCount(source),
      lanes: team.lanes,
      length: rowLength(read),
      elements: rowLength(source),
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
  ${body(row)}
}`,
  });
}

/** The functions that rows are calculated with. */
function library(): string {
  const used = new Map<string, string>();
  for (const needed of ['exp', 'log']) callName(needed, 'f32', used);
  return [...used.values()].join('\n');
}

softmaxKernel.on('webgpu', (source: Tensor, out: Tensor, log: boolean): void => {
  const result = (x: string): string => (log ? `${x} - top - log_total` : `exp_f32(${x} - top) / total`);
  overRows(
    log ? 'log_softmax' : 'softmax',
    source,
    out,
    {},
    ({ walk, each, join, write }) => `
  var most = -inf();
  ${walk(
    each('x')
      .map((x) => `most = ${largest('most', x)};`)
      .join(' '),
  )}
  ${join('top', 'most', largest)}
  var part = 0.0;
  ${walk(
    `part += ${each('x')
      .map((x) => `exp_f32(${x} - top)`)
      .join(' + ')};`,
  )}
  ${join('total', 'part', sum)}
  ${log ? 'let log_total = log_f32(total);' : ''}
  ${walk(write(each('x').map(result)))}`,
  );
});

softmaxGradKernel.on('webgpu', (grad: Tensor, result: Tensor, dim: number, log: boolean): Tensor => {
  const out = allocate(result.sizes, result.dtype, result.storage.device);
  if (out.numel() === 0) return out;
  const rows = [grad, out, result].map((tensor) => alongLast(tensor, wrapDim(dim, result.ndim)));
  overRows(
    log ? 'log_softmax: gradient' : 'softmax: gradient',
    rows[0],
    rows[1],
    {},
    ({ walk, each, join, write }) => {
      const [x, y] = [each('x'), each('y')];
      const parts = x.map((own, k) => (log ? own : `${own} * ${y[k]}`));
      const results = x.map((own, k) =>
        log ? `${own} - exp_f32(${y[k]}) * total` : `${y[k]} * (${own} - total)`,
      );
      return `
  var part = 0.0;
  ${walk(`part += ${parts.join(' + ')};`)}
  ${join('total', 'part', sum)}
  ${walk(write(results))}`;
    },
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
    ({ walk, each, join, write }) => `
  var part = 0.0;
  ${walk(`part += ${each('x').join(' + ')};`)}
  ${join('total', 'part', sum)}
  let mean = total / f32(P_elements);
  var squares = 0.0;
  ${walk(
    `let d = x - mean; squares += ${each('d')
      .map((d) => `${d} * ${d}`)
      .join(' + ')};`,
  )}
  ${join('variance', 'squares', sum)}
  let scale = 1.0 / sqrt(variance / f32(P_elements) + bitcast<f32>(P_eps));
  ${walk(`let d = (x - mean) * scale; ${write(each('d'))}`)}`,
  );
});
