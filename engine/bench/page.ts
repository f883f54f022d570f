/** Runs in the browser: every contestant computes a row, results are compared, then they are timed turn by turn. */

import type { Contestant, Step } from './contestant.ts';
import { jax } from './libraries/jax.ts';
import { ours } from './libraries/ours.ts';
import { tfjs } from './libraries/tfjs.ts';
import { inputsOf, type Row, rows } from './rows.ts';

// biome-ignore lint/suspicious/noExplicitAny: each contestant has tensors of its own
const contestants: Contestant<any>[] = [
  ours('webgpu'),
  tfjs('webgpu'),
  jax('webgpu', 'eager'),
  jax('webgpu', 'jit'),
  ours('cpu'),
  tfjs('cpu'),
  tfjs('wasm'),
  jax('wasm', 'eager'),
  jax('wasm', 'jit'),
];

interface Racer {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly contestant: Contestant<any>;
  readonly step: Step<unknown>;
  readonly result: Float32Array;
  readonly times: number[];
  /** Runs within one measurement. */
  count: number;
}

/** A contestant's times for a row in milliseconds, or why it has none. */
export interface Outcome {
  readonly name: string;
  readonly times: readonly number[];
  readonly failure?: string;
}

export interface Settings {
  readonly device: 'cpu' | 'webgpu';
  readonly row: string;
  readonly repetitions: number;
}

/** Milliseconds that a measurement takes at least: a short one would tell more of the browser, which looks only every 2 ms whether a GPU is done. */
const shortestMeasurement = 100;

async function measure({ contestant, step, count }: Racer): Promise<number> {
  await contestant.activate();
  // Each measurement begins in a task of its own, as a page's code does: so finalizers have their turn between two.
  await new Promise((resolve) => setTimeout(resolve));
  const start = performance.now();
  for (let k = 0; k < count; k++) {
    const results = step();
    await contestant.settle(results);
    contestant.dispose(results);
  }
  return (performance.now() - start) / count;
}

/** Two runs' results one after the other: a training step's second loss tells whether its gradients are right. */
async function resultOf(contestant: Contestant, step: Step<unknown>): Promise<Float32Array> {
  const values: number[] = [];
  for (let run = 0; run < 2; run++) {
    const results = step();
    for (const result of results)
      for (const value of Array.from(await contestant.read(result))) values.push(value);
    contestant.dispose(results);
  }
  return Float32Array.from(values);
}

/** @throws Error where two libraries disagree by more than rounding explains. */
function compare(row: Row, expected: Racer, actual: Racer): void {
  const { result } = actual;
  if (result.length !== expected.result.length) {
    throw new Error(
      `${row.name}: ${actual.contestant.name} gives ${result.length} numbers, not ${expected.result.length}`,
    );
  }
  let scale = 0;
  for (const value of expected.result) scale = Math.max(scale, Math.abs(value));
  for (let k = 0; k < result.length; k++) {
    if (Math.abs(result[k] - expected.result[k]) <= 1e-3 * scale) continue;
    throw new Error(
      `${row.name}: ${actual.contestant.name} gives ${result[k]} at ${k}, ${expected.contestant.name} ${expected.result[k]}`,
    );
  }
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function enter(contestant: Contestant<any>, row: Row): Promise<Racer> {
  await contestant.activate();
  const program = contestant.programs[row.name];
  const inputs = Object.entries(inputsOf(row)).map(([name, input]) => [name, contestant.upload(input)]);
  const step = program(Object.fromEntries(inputs));
  const racer: Racer = { contestant, step, result: await resultOf(contestant, step), times: [], count: 1 };
  const once = await measure(racer);
  racer.count = Math.max(1, Math.min(50, Math.ceil(shortestMeasurement / Math.max(once, 0.01))));
  return racer;
}

export async function race({ device, row: name, repetitions }: Settings): Promise<Outcome[]> {
  const row = rows.find((one) => one.name === name);
  if (!row) throw new Error(`there is no row '${name}'`);
  const outcomes: Outcome[] = [];
  const racers: Racer[] = [];
  for (const contestant of contestants.filter((one) => one.device === device)) {
    try {
      const racer = await enter(contestant, row);
      if (racers.length > 0) compare(row, racers[0], racer);
      racers.push(racer);
      outcomes.push({ name: contestant.name, times: racer.times });
    } catch (error) {
      outcomes.push({ name: contestant.name, times: [], failure: String(error).slice(0, 200) });
    }
  }
  for (let turn = 0; turn < repetitions; turn++) {
    for (const racer of racers) racer.times.push(await measure(racer));
  }
  return outcomes;
}

export async function adapterName(): Promise<string> {
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) return 'none';
  const { vendor, architecture, description } = adapter.info;
  return [vendor, architecture, description].filter(Boolean).join(' ');
}
