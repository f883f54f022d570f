/** WebAssembly's text as bytes in a module of ours. */

import { readFileSync } from 'node:fs';
import wabt from 'wabt';

const fused = /\(f32x4\.relaxed_madd (\(local\.get \$\w+\)) (\(local\.get \$\w+\)) (\(local\.get \$\w+\))\)/g;

/** The kernels twice: multiplying and adding in one instruction, and in two for engines that lack the one. */
export async function assembled(path: string): Promise<string> {
  const text = readFileSync(path, 'utf8');
  const assembler = await wabt();
  const bytes = (source: string): string => {
    const module = assembler.parseWat(path, source, { simd: true, relaxed_simd: true, bulk_memory: true });
    const { buffer } = module.toBinary({});
    module.destroy();
    return Buffer.from(buffer).toString('base64');
  };
  return `/** Assembled from kernels.wat by \`npm run generate\`. Do not edit. */

export const fusedKernels = '${bytes(text)}';

export const plainKernels = '${bytes(text.replace(fused, '(f32x4.add $3 (f32x4.mul $1 $2))'))}';
`;
}
