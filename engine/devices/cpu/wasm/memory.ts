/** The memory that WebAssembly kernels work in: a fixed part for blocks of vectors, and behind it room that grows. */

const pageBytes = 65536;

/** Floats of one block: small enough for a dozen of them to stay in the processor's cache. */
export const blockLength = 4096;
export const blocks = 16;
const roomStart = blockLength * blocks;

// A module whose one function makes a vector: engines without vectors refuse it.
const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const probe = [1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 0x41, 0, 0xfd, 15, 0x1a, 11];

let memory: WebAssembly.Memory | null | undefined;
let floats = new Float32Array(0);

/** The memory, or null where this environment has no WebAssembly with vectors, or forbids it. */
export function wasmMemory(): WebAssembly.Memory | null {
  if (memory !== undefined) return memory;
  memory = null;
  try {
    // Compiled and not only validated: a page's policy may forbid the one and allow the other.
    new WebAssembly.Module(Uint8Array.from([...header, ...probe]));
    memory = new WebAssembly.Memory({ initial: (roomStart * 4) / pageBytes });
    floats = new Float32Array(memory.buffer);
  } catch {
    memory = null;
  }
  return memory;
}

/** The memory's floats: valid until it next grows. */
export function wasmFloats(): Float32Array<ArrayBuffer> {
  return floats;
}

/** Position (in floats) of room for so many floats behind the blocks. @throws RangeError where there is not so much. */
export function wasmRoom(count: number): number {
  const missing = (roomStart + count) * 4 - floats.byteLength;
  if (missing > 0) {
    (memory as WebAssembly.Memory).grow(Math.ceil(missing / pageBytes));
    floats = new Float32Array((memory as WebAssembly.Memory).buffer);
  }
  return roomStart;
}
