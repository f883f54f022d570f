/** Commands on their way to the GPU: dispatches are recorded and submitted many at a time. */

import { RuntimeError } from '../../core/errors.ts';
import type { BufferPool } from './buffers.ts';
import type { Context } from './context.ts';
import { requireAlive } from './context.ts';
import { mostWorkgroups } from './layout.ts';
import type { Pipeline } from './pipelines.ts';

/** A storage buffer, a part of one, or words for a uniform block. */
export type Binding = GPUBuffer | GPUBufferBinding | Uint32Array;

/** One run of a kernel. */
export interface Dispatch {
  readonly pipeline: Pipeline;
  /** In the order of their numbers, from 0 on. */
  readonly bindings: readonly Binding[];
  readonly workgroups: readonly [number, number, number];
  /** Where to write when it began and ended: it then has a pass of its own. */
  readonly times?: GPUComputePassTimestampWrites | undefined;
}

/** Something to be done in order: a command to encode, or to send what is encoded. */
interface Step {
  /** The pipeline that it needs. */
  readonly pipeline: Pipeline | null;
  run(): void;
}

/** Dispatches that are sent together: few at first, so that the GPU begins while the rest is recorded, then ever more. */
const [fewestDispatches, mostDispatches] = [4, 128];
/** Steps that may wait for a kernel to be compiled: a loop that never awaits a result would record ever more. */
const maxWaiting = 4096;
const paramBytes = 1 << 18;

export class CommandQueue {
  readonly #context: Context;
  readonly #pool: BufferPool;
  readonly #params: GPUBuffer;
  readonly #staging = new Uint32Array(paramBytes / 4);
  readonly #alignment: number;
  #paramWords = 0;
  #encoder: GPUCommandEncoder | null = null;
  #pass: GPUComputePassEncoder | null = null;
  #dispatches = 0;
  #batch = fewestDispatches;
  /** Steps behind one whose kernel is still being compiled, from number `#next` on. */
  #waiting: Step[] = [];
  #next = 0;
  /** Commands that are encoded. */
  #encoded = 0;
  /** How many dispatches were ever recorded, and in how many submissions: for profiles and tests. */
  readonly totals = { dispatches: 0, submissions: 0 };

  constructor(context: Context, pool: BufferPool) {
    this.#context = context;
    this.#pool = pool;
    this.#alignment = context.device.limits.minUniformBufferOffsetAlignment / 4;
    this.#params = context.device.createBuffer({ size: paramBytes, usage: 0x0040 | 0x0008 }); // UNIFORM | COPY_DST
  }

  dispatch({ pipeline, bindings, workgroups, times }: Dispatch): void {
    requireAlive(this.#context);
    if (workgroups.some((count) => count > mostWorkgroups)) {
      throw new RuntimeError(
        `webgpu: a kernel would need ${workgroups.join(' × ')} workgroups, more than the limit of ${mostWorkgroups} a dimension: work on parts of the tensor (x.narrow(0, 0, n))`,
      );
    }
    this.totals.dispatches++;
    this.#record(pipeline, () => this.#encode(pipeline, bindings, workgroups, times));
  }

  /** Records a copy of `bytes` from `start` of a buffer to `at` in another. */
  copy(source: GPUBuffer, target: GPUBuffer, at: number, bytes: number, start = 0): void {
    requireAlive(this.#context);
    this.#record(null, () => {
      if (this.#context.lost !== null) return;
      this.#endPass();
      this.#encoder ??= this.#context.device.createCommandEncoder();
      this.#encoder.copyBufferToBuffer(source, start, target, at, bytes);
    });
  }

  /** Sends what is recorded to the GPU. Resolves when it is sent: kernels may still have to be compiled. */
  submit(): Promise<void> {
    if (this.#waiting.length === 0) {
      this.#sendLast();
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.#do({
        pipeline: null,
        run: () => {
          this.#sendLast();
          resolve();
        },
      });
    });
  }

  /** The same at once: the GPU compiles what is missing before all else that it does. */
  submitNow(): void {
    this.#catchUp(true);
    this.#sendLast();
  }

  // ── order ────────────────────────────────────────────────────────────────────────────────────────────────

  #record(pipeline: Pipeline | null, encode: () => void): void {
    this.#pool.commands.recorded++;
    this.#do({
      pipeline,
      run: () => {
        encode();
        this.#encoded++;
      },
    });
  }

  #do(step: Step): void {
    const isFirst = this.#waiting.length === 0;
    if (isFirst && (step.pipeline === null || step.pipeline.isSettled)) {
      step.run();
      return;
    }
    this.#waiting.push(step);
    if (isFirst) void this.#drain();
    else if (this.#waiting.length - this.#next > maxWaiting) this.#catchUp(true);
  }

  /** Does the steps that wait, as their kernels become ready. */
  async #drain(): Promise<void> {
    while (this.#next < this.#waiting.length) {
      await this.#waiting[this.#next].pipeline?.ready;
      this.#catchUp(false);
    }
  }

  /** Does steps up to the first whose kernel is not there, or all of them. */
  #catchUp(isUrgent: boolean): void {
    for (; this.#next < this.#waiting.length; this.#next++) {
      const { pipeline, run } = this.#waiting[this.#next];
      if (pipeline && !pipeline.isSettled) {
        if (!isUrgent) return;
        pipeline.hurry();
      }
      run();
    }
    this.#waiting = [];
    this.#next = 0;
  }

  // ── encoding ─────────────────────────────────────────────────────────────────────────────────────────────

  #encode(
    { compute, layout, failure }: Pipeline,
    bindings: readonly Binding[],
    workgroups: readonly [number, number, number],
    times: GPUComputePassTimestampWrites | undefined,
  ): void {
    if (!compute) this.#context.failure ??= failure; // told by the next read
    if (!compute || this.#context.lost !== null) return;
    const blocks = bindings.filter((binding) => binding instanceof Uint32Array);
    const words = blocks.reduce((sum, block) => sum + this.#aligned(block.length), 0);
    if (this.#dispatches >= this.#batch || this.#paramWords + words > this.#staging.length) {
      this.#send();
      this.#batch = Math.min(2 * this.#batch, mostDispatches);
    }
    const entries = bindings.map((binding, index): GPUBindGroupEntry => {
      if (binding instanceof Uint32Array) return { binding: index, resource: this.#stage(binding) };
      return { binding: index, resource: 'buffer' in binding ? binding : { buffer: binding } };
    });
    const group = this.#context.device.createBindGroup({ layout, entries });
    const pass = this.#openPass(times);
    pass.setPipeline(compute);
    pass.setBindGroup(0, group);
    pass.dispatchWorkgroups(...workgroups);
    if (times) this.#endPass();
    this.#dispatches++;
  }

  /** Words up to where the next uniform block may begin. */
  #aligned(words: number): number {
    return Math.ceil(words / this.#alignment) * this.#alignment;
  }

  #stage(block: Uint32Array): GPUBufferBinding {
    const offset = this.#paramWords;
    this.#staging.set(block, offset);
    this.#paramWords += this.#aligned(block.length);
    return { buffer: this.#params, offset: offset * 4, size: Math.ceil(block.length / 4) * 16 };
  }

  #openPass(timestampWrites?: GPUComputePassTimestampWrites): GPUComputePassEncoder {
    this.#encoder ??= this.#context.device.createCommandEncoder();
    if (timestampWrites) this.#endPass();
    this.#pass ??= this.#encoder.beginComputePass(timestampWrites && { timestampWrites });
    return this.#pass;
  }

  #endPass(): void {
    this.#pass?.end();
    this.#pass = null;
  }

  /** Sends what somebody waits for. */
  #sendLast(): void {
    this.#send();
    this.#batch = fewestDispatches;
  }

  #send(): void {
    if (!this.#encoder || this.#context.lost !== null) return;
    this.#endPass();
    const { queue } = this.#context.device;
    if (this.#paramWords > 0) queue.writeBuffer(this.#params, 0, this.#staging, 0, this.#paramWords);
    queue.submit([this.#encoder.finish()]);
    this.#encoder = null;
    this.#paramWords = 0;
    this.#dispatches = 0;
    this.#pool.commands.sent = this.#encoded;
    this.totals.submissions++;
  }
}
