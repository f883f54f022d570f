/** The kernels of kernels.wat, ready to call. Pointers count bytes in wasmMemory(). */

import { fusedKernels, plainKernels } from './generated.ts';
import { wasmMemory } from './memory.ts';

export interface WasmKernels {
  pack(
    from: number,
    across: number,
    along: number,
    count: number,
    depth: number,
    to: number,
    width: number,
  ): void;
  multiply(a: number, b: number, c: number, rows: number, columns: number, depth: number): void;
  sum(from: number, count: number): number;
  largest(from: number, count: number): number;
  addRows(from: number, stride: number, rows: number, to: number, count: number): void;
  transpose(from: number, fromStep: number, to: number, toStep: number, rows: number, columns: number): void;
  underWindows(
    from: number,
    rowStep: number,
    columnStep: number,
    height: number,
    width: number,
    top: number,
    left: number,
    strideY: number,
    strideX: number,
    to: number,
    rows: number,
    columns: number,
  ): void;
}

let kernels: WasmKernels | null | undefined;

/** The kernels, or null where there is no WebAssembly with vectors. */
export function wasmKernels(): WasmKernels | null {
  if (kernels !== undefined) return kernels;
  const memory = wasmMemory();
  kernels = memory ? (instantiate(fusedKernels, memory) ?? instantiate(plainKernels, memory)) : null;
  return kernels;
}

function instantiate(text: string, memory: WebAssembly.Memory): WasmKernels | null {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { m: { m: memory } });
    return exports as unknown as WasmKernels;
  } catch {
    return null;
  }
}
