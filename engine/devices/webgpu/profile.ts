/** What the GPU did while a function ran: its kernels in order, what each fused, how long it took, its WGSL. */

import type { GpuDevice } from './device.ts';

export interface KernelRun {
  /** What it computes: the last operation of a fused kernel, else the kernel's own name. */
  readonly name: string;
  /** The pointwise operations that it does at once, in order, as expressions; none for a kernel written by hand. */
  readonly fused: readonly string[];
  /** How many operations it does. */
  readonly operations: number;
  readonly workgroups: readonly [number, number, number];
  /** Its source. */
  readonly code: string;
  /** How long it ran, by the GPU's own clock; null where the adapter has none, or after so many runs that it is full. */
  readonly milliseconds: number | null;
}

export interface Profile<T> {
  /** What the function returned. */
  readonly result: T;
  readonly kernels: readonly KernelRun[];
  /** How many batches of commands the kernels were sent in. */
  readonly submissions: number;
}

/** WebGPU allows no more times in one set: two for each run. */
const mostTimes = 4096;

/** Keeps the runs of one profile. */
export class Profiler {
  readonly #device: GPUDevice;
  readonly #times: GPUQuerySet | null;
  readonly #runs: Omit<KernelRun, 'milliseconds'>[] = [];

  constructor(device: GPUDevice) {
    this.#device = device;
    this.#times = device.features.has('timestamp-query')
      ? device.createQuerySet({ type: 'timestamp', count: mostTimes })
      : null;
  }

  /** Notes a run. Hands back where its pass is to write its times. */
  add(run: Omit<KernelRun, 'milliseconds'>): GPUComputePassTimestampWrites | undefined {
    const first = 2 * (this.#runs.push(run) - 1);
    if (!this.#times || first + 1 >= mostTimes) return undefined;
    return { querySet: this.#times, beginningOfPassWriteIndex: first, endOfPassWriteIndex: first + 1 };
  }

  /** The runs with their times, once all of them are done. */
  async finish(): Promise<KernelRun[]> {
    const times = await this.#readTimes();
    return this.#runs.map((run, k) => ({
      ...run,
      milliseconds: 2 * k + 1 < times.length ? Number(times[2 * k + 1] - times[2 * k]) / 1e6 : null,
    }));
  }

  async #readTimes(): Promise<BigUint64Array> {
    const count = Math.min(2 * this.#runs.length, mostTimes);
    if (!this.#times || count === 0) return new BigUint64Array();
    const resolved = this.#device.createBuffer({ size: count * 8, usage: 0x0200 | 0x0004 }); // QUERY_RESOLVE | COPY_SRC
    const reading = this.#device.createBuffer({ size: count * 8, usage: 0x0001 | 0x0008 }); // MAP_READ | COPY_DST
    const encoder = this.#device.createCommandEncoder();
    encoder.resolveQuerySet(this.#times, 0, count, resolved, 0);
    encoder.copyBufferToBuffer(resolved, 0, reading, 0, count * 8);
    this.#device.queue.submit([encoder.finish()]);
    await reading.mapAsync(1);
    const times = new BigUint64Array(reading.getMappedRange().slice(0));
    for (const made of [resolved, reading, this.#times]) made.destroy();
    return times;
  }
}

/** Runs `body` with a profiler listening to the device. */
export async function profileOn<T>(device: GpuDevice, body: () => T | Promise<T>): Promise<Profile<T>> {
  await device.queue.submit();
  const before = device.queue.totals.submissions;
  const profiler = new Profiler(device.context.device);
  device.profiler = profiler;
  try {
    const result = await body();
    await device.queue.submit();
    const submissions = device.queue.totals.submissions - before;
    return { result, kernels: await profiler.finish(), submissions };
  } finally {
    device.profiler = null;
  }
}
