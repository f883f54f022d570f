/** What the GPU did while a function ran: its kernels in order, what each fused, how long it took, its WGSL. */

import type { GpuDevice } from './device.ts';

export interface KernelRun {
  /** What it computes: the operators that it fused (`mul+add+relu`), or the kernel's own name. */
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
  /** The kernels in words, each line one that ran: how often, how long in all, what it does. */
  table(): string;
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

function tableOf(kernels: readonly KernelRun[]): string {
  if (kernels.length === 0) return 'no kernel ran';
  const lines = new Map<string, { runs: number; milliseconds: number | null }>();
  for (const { name, fused, milliseconds } of kernels) {
    const what = fused.length > 1 ? `${name} (${fused.length} operations at once)` : name;
    const line = lines.get(what) ?? { runs: 0, milliseconds: 0 };
    const sum = line.milliseconds === null || milliseconds === null ? null : line.milliseconds + milliseconds;
    lines.set(what, { runs: line.runs + 1, milliseconds: sum });
  }
  const rows = [...lines].map(([what, { runs, milliseconds }]) => [
    String(runs),
    milliseconds?.toFixed(3) ?? '-',
    what,
  ]);
  const table = [['runs', 'ms', 'kernel'], ...rows];
  const widths = [0, 1].map((column) => Math.max(...table.map((row) => row[column].length)));
  return table
    .map(([runs, ms, what]) => `${runs.padStart(widths[0])}  ${ms.padStart(widths[1])}  ${what}`)
    .join('\n');
}

/** Runs `body` with a profiler listening to the device. */
export async function profileOn<T>(device: GpuDevice, body: () => T | Promise<T>): Promise<Profile<T>> {
  await device.queue.submit();
  const before = device.queue.totals.submissions;
  const profiler = new Profiler(device.context.device);
  const outer = device.profiler;
  device.profiler = profiler;
  try {
    const result = await body();
    await device.queue.submit();
    const submissions = device.queue.totals.submissions - before;
    const kernels = await profiler.finish();
    return { result, kernels, submissions, table: () => tableOf(kernels) };
  } finally {
    device.profiler = outer;
  }
}
