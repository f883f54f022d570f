/**
 * GPU memory: buffers in size classes, given back to a pool when their storage is garbage collected, and a budget
 * for all of them together.
 */

import { RuntimeError } from '../../core/errors.ts';
import { type Context, tellLater } from './context.ts';

/** A buffer on loan to a storage. */
export interface Slot {
  buffer: GPUBuffer | null;
  /** Bytes of the buffer: its size class. */
  size: number;
}

interface Idle {
  readonly buffer: GPUBuffer;
  /** How many commands had been recorded when it was given back: they may still read it. */
  readonly recorded: number;
}

export interface MemoryStats {
  readonly used: number;
  readonly idle: number;
  readonly budget: number;
  readonly peak: number;
  readonly buffers: number;
}

const usage = 0x0080 | 0x0004 | 0x0008; // STORAGE | COPY_SRC | COPY_DST, without needing the page's globals

/** Bytes in the unit in which they are at least one, as PyTorch's summary gives them. */
export function sizeText(bytes: number): string {
  const unit = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), 3);
  return unit === 0
    ? `${bytes} B`
    : `${(bytes / 1024 ** unit).toFixed(1)} ${['B', 'KiB', 'MiB', 'GiB'][unit]}`;
}

/** Bytes from which it is asked whether the GPU had the memory. */
const leastAsked = 2 ** 20;

/** Classes are powers of two and the steps of a quarter between them: at most a fifth is wasted. */
function sizeClass(bytes: number): number {
  const least = Math.max(bytes, 256);
  const power = 2 ** Math.floor(Math.log2(least));
  return Math.ceil(least / (power / 4)) * (power / 4);
}

export class BufferPool {
  readonly #context: Context;
  readonly #idle = new Map<number, Idle[]>();
  /** The most bytes that the adapter gives one buffer. */
  readonly #limit: number;
  readonly budget: number;
  #used = 0;
  #idleBytes = 0;
  #peak = 0;
  #buffers = 0;
  /** Counted by the queue: commands that were ever recorded, and those of them that were sent to the GPU. */
  readonly commands = { recorded: 0, sent: 0 };

  constructor(context: Context, budget: number) {
    this.#context = context;
    this.#limit = context.limits.buffer;
    this.budget = budget;
  }

  get stats(): MemoryStats {
    return {
      used: this.#used,
      idle: this.#idleBytes,
      budget: this.budget,
      peak: this.#peak,
      buffers: this.#buffers,
    };
  }

  /** @throws RuntimeError for more bytes than the adapter gives one buffer, naming both sizes */
  checkSize(bytes: number, what: () => string): void {
    if (bytes <= this.#limit) return;
    throw new RuntimeError(
      `webgpu: ${what()} needs ${bytes} bytes, more than this adapter's limit of ${this.#limit} bytes for one buffer`,
    );
  }

  /**
   * A buffer of at least that many bytes. For the target of a queue.writeBuffer, which overtakes the commands that
   * are being recorded, `forUpload` passes over buffers that these commands may still read.
   * @throws RuntimeError past the budget, naming both sizes
   */
  acquire(bytes: number, what: string, forUpload = false): Slot {
    const size = sizeClass(bytes);
    const waiting = this.#idle.get(size);
    const position = waiting?.findLastIndex((idle) => !forUpload || this.#isSettled(idle)) ?? -1;
    let buffer: GPUBuffer;
    if (waiting && position >= 0) {
      buffer = waiting.splice(position, 1)[0].buffer;
      this.#idleBytes -= size;
    } else {
      this.#makeRoom(size, what);
      buffer = this.#create(Math.min(size, this.#limit), what);
      this.#buffers++;
    }
    this.#used += size;
    this.#peak = Math.max(this.#peak, this.#used + this.#idleBytes);
    return { buffer, size };
  }

  /**
   * A new buffer. WebGPU hands one out even where it has no memory for it, and says so later: to ask takes five times
   * what a buffer does, so of a small one the device tells in its own words.
   */
  #create(size: number, what: string): GPUBuffer {
    const { device } = this.#context;
    if (size < leastAsked) return device.createBuffer({ label: what, size, usage });
    device.pushErrorScope('out-of-memory');
    const buffer = device.createBuffer({ label: what, size, usage });
    tellLater(
      this.#context,
      device.popErrorScope(),
      ({ message }) =>
        `webgpu: the GPU has no memory left for ${what} (${sizeText(size)}; ${sizeText(this.#used)} of the budget of ${sizeText(this.budget)} are in use): ${message}`,
    );
    return buffer;
  }

  release(slot: Slot): void {
    if (!slot.buffer) return;
    const waiting = this.#idle.get(slot.size) ?? [];
    waiting.push({ buffer: slot.buffer, recorded: this.commands.recorded });
    this.#idle.set(slot.size, waiting);
    this.#used -= slot.size;
    this.#idleBytes += slot.size;
    slot.buffer = null;
  }

  #isSettled({ recorded }: Idle): boolean {
    return recorded <= this.commands.sent;
  }

  #makeRoom(size: number, what: string): void {
    if (this.#used + this.#idleBytes + size <= this.budget) return;
    this.trim();
    if (this.#used + size > this.budget) {
      throw new RuntimeError(
        `webgpu: out of memory. Tried to allocate ${sizeText(size)} for ${what}; ${sizeText(this.#used)} of the budget of ${sizeText(this.budget)} are in use. ` +
          'Await a result now and then (await loss.item()), so that memory nobody holds any more can be collected. The first torch.webgpu.init({ memoryBudget: bytes }) sets the budget.',
      );
    }
  }

  /** Frees the buffers that nobody uses and no recorded command may still read. */
  trim(): void {
    for (const [size, waiting] of this.#idle) {
      const kept = waiting.filter((idle) => !this.#isSettled(idle));
      for (const idle of waiting) {
        if (!this.#isSettled(idle)) continue;
        idle.buffer.destroy();
        this.#idleBytes -= size;
        this.#buffers--;
      }
      this.#idle.set(size, kept);
    }
  }
}
