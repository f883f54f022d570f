/** The same sums of products as contraction.ts's, one result an invocation: the least code, and so the least to compile. */

import { numelOf } from '../../core/shape.ts';
import type { Tensor } from '../../core/tensor.ts';
import type { Nests } from './contraction.ts';
import { gpuOfTensor, type KernelCall, mainOver, offsetCode } from './kernels.ts';
import { store } from './wgsl.ts';
import { lanes } from './workgroup.ts';

export function plainKernelOf(name: string, [out, a, b]: readonly Tensor[], nests: Nests): KernelCall {
  const { batch, rows, columns, inner } = nests;
  const [batches, rowCount, columnCount] = [batch, rows, columns].map(({ sizes }) => numelOf(sizes));
  const hasBatch = batches > 1;
  const along = { batch, rows, columns };
  const offsetsOf = (which: Record<string, number>): ReturnType<typeof offsetCode>[] =>
    Object.entries(which)
      .filter(([dims]) => hasBatch || dims !== 'batch')
      .map(([dims, k]) => {
        const { sizes, strides } = along[dims as keyof typeof along];
        return offsetCode(`${dims}${k}_`, dims, sizes, strides[k]);
      });
  const places = {
    out: offsetsOf({ batch: 0, rows: 0, columns: 0 }),
    a: offsetsOf({ batch: 1, rows: 1 }),
    b: offsetsOf({ batch: 2, columns: 1 }),
  };
  const codeOf = (offsets: ReturnType<typeof offsetsOf>): string =>
    offsets.map(({ code }) => code).join(' + ');
  const loops = inner.sizes.flatMap((length, k) => [
    [`length${k}`, length],
    [`a_step${k}`, inner.strides[0][k]],
    [`b_step${k}`, inner.strides[1][k]],
  ]);
  const count = batches * rowCount * columnCount;
  return {
    name,
    device: gpuOfTensor(out),
    variant: ['plain', hasBatch],
    out,
    inputs: [a, b],
    params: {
      count,
      rows: rowCount,
      columns: columnCount,
      start: out.offset,
      a_offset: a.offset,
      b_offset: b.offset,
      ...Object.fromEntries(loops),
      ...Object.assign({}, ...Object.values(places).flatMap((own) => own.map(({ params }) => params))),
    },
    workgroups: Math.ceil(count / lanes),
    body: () => `
${mainOver(lanes, 'P_count')}
  let line = i / P_columns;
  let columns = i - line * P_columns;
  ${hasBatch ? 'let batch = line / P_rows; let rows = line - batch * P_rows;' : 'let rows = line;'}
  let a = P_a_offset + ${codeOf(places.a)};
  let b = P_b_offset + ${codeOf(places.b)};
  var sum = 0.0;${sumOver(inner.sizes.length)}
  result[P_start + ${codeOf(places.out)}] = ${store({ text: 'sum', type: 'f32' }, out.dtype)};
}`,
  };
}

/** WGSL of so many loops within each other, from `a` and `b` on. */
function sumOver(loops: number): string {
  let walk = 'sum += in0[a] * in1[b];';
  for (let k = loops - 1; k >= 0; k--) {
    walk = `
  var next_a${k} = a; var next_b${k} = b;
  for (var k${k} = 0u; k${k} < P_length${k}; k${k}++) {
    let a = next_a${k}; let b = next_b${k}; ${walk}
    next_a${k} += P_a_step${k}; next_b${k} += P_b_step${k};
  }`;
  }
  return walk;
}
