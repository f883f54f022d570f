/**
 * The memory of WebAssembly's kernels. It never grows, so that arrays on it stay valid: most of it is a heap for the
 * tensors themselves (heap.ts), the end of it is blocks and a bench on which kernels lay out what they work on. An
 * operating system gives a page of it real memory when that page is first written.
 */

const pageBytes = 65536;
const mebibyte = 2 ** 20;

/** Floats of one block: small enough for a dozen of them to stay in the processor's cache. */
export const blockLength = 4096;
export const blocks = 16;

/** Blocks and bench together: a power of two, as the heap's parts are. */
const fixedBytes = 16 * mebibyte;
/** Floats of the bench. */
export const benchLength = fixedBytes / 4 - blocks * blockLength;

/** Sizes to try: a phone may refuse the larger ones. */
const sizes = [256, 128, 64, 32];

// A module whose one function makes a vector: engines without vectors refuse it.
const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const probe = [1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 0x41, 0, 0xfd, 15, 0x1a, 11];

let memory: WebAssembly.Memory | null | undefined;
let floats = new Float32Array(0);

/** The memory, or null where this environment has no WebAssembly with vectors, or forbids it. */
export function wasmMemory(): WebAssembly.Memory | null {
  if (memory === undefined) {
    memory = reserve();
    if (memory) floats = new Float32Array(memory.buffer);
  }
  return memory;
}

function reserve(): WebAssembly.Memory | null {
  try {
    // Compiled and not only validated: a page's policy may forbid the one and allow the other.
    new WebAssembly.Module(Uint8Array.from([...header, ...probe]));
  } catch {
    return null;
  }
  for (const size of sizes) {
    const pages = (size * mebibyte) / pageBytes;
    try {
      return new WebAssembly.Memory({ initial: pages, maximum: pages });
    } catch {}
  }
  return null;
}

/** The memory's floats. */
export function wasmFloats(): Float32Array<ArrayBuffer> {
  return floats;
}

/** Bytes before the blocks: the heap. */
export const heapBytes = (): number => floats.byteLength - fixedBytes;

/** Where a block begins, in floats. */
export const blockStart = (block: number): number => heapBytes() / 4 + block * blockLength;

/** Where the bench begins, in floats. */
export const benchStart = (): number => blockStart(blocks);
