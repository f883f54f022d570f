/** What users see as `torch.webgpu`. */

import { RuntimeError } from '../../core/errors.ts';
import type { Tensor } from '../../core/tensor.ts';
import { registerDevice } from '../device.ts';
import { type MemoryStats, sizeText } from './buffers.ts';
import { type CompiledKernel, type CompileOptions, compileKernel, type Grid } from './compiled.ts';
import { describe, gpuOf, type InitOptions, openContext } from './context.ts';
import { GpuDevice } from './device.ts';
import { type KernelRun, type Profile, profileOn } from './profile.ts';
import './borders.ts';
import './convolution.ts';
import './count.ts';
import './extremes.ts';
import './gather.ts';
import './linalg.ts';
import './matmul.ts';
import './moments.ts';
import './nll.ts';
import './pick.ts';
import './pooling.ts';
import './reduce.ts';
import './scan.ts';
import './scatter.ts';
import './sort.ts';

const defaultBudget = 2 ** 30;

let current: GpuDevice | null = null;
/** While a device is being opened: calls that come meanwhile wait for the same one. */
let opening: Promise<void> | null = null;

function ready(): GpuDevice {
  if (!current)
    throw new RuntimeError(
      'The webgpu device is not ready: await torch.webgpu.init() once before its first use',
    );
  return current;
}

/**
 * Gets the GPU ready; further calls do nothing, unless the device was lost: then they open a new one.
 * @throws RuntimeError where there is no WebGPU or no adapter
 */
export function init(options: InitOptions = {}): Promise<void> {
  if (current && current.context.lost === null) return Promise.resolve();
  opening ??= open(options).finally(() => {
    opening = null;
  });
  return opening;
}

async function open(options: InitOptions): Promise<void> {
  const context = await openContext({ gpu: current?.context.gpu, ...options });
  current = new GpuDevice(context, options.memoryBudget ?? defaultBudget);
  registerDevice(current);
}

/** Whether this environment has WebGPU at all. `init` may still find no adapter. */
export function is_available(): boolean {
  return current !== null || gpuOf({}) !== null;
}

/** The adapter in words, and whether it is a software one, on which the cpu is faster. */
export function adapter(): { description: string; isSoftware: boolean } {
  const { adapter: own, isSoftware } = ready().context;
  return { description: describe(own.info), isSoftware };
}

/** Resolves when everything that was asked of the GPU so far is done. */
export async function synchronize(): Promise<void> {
  const device = ready();
  device.check();
  await device.queue.submit();
  await device.context.device.queue.onSubmittedWorkDone();
}

/**
 * A copy of a webgpu tensor on the cpu, at once: for code that cannot wait, such as Python's. `await t.cpu()` costs less.
 * @throws RuntimeError where this environment has no canvas to read by
 */
export function read(tensor: Tensor): Tensor {
  return ready().downloadNow(tensor);
}

/** Bytes by state: in use by tensors, idle in the pool, the budget for both, and the most there ever was. */
export function memory_stats(): MemoryStats {
  return ready().pool.stats;
}

/** The same in words. */
export function memory_summary(): string {
  const { used, idle, budget, peak, buffers } = memory_stats();
  return (
    `webgpu memory: ${sizeText(used)} in use, ${sizeText(idle)} idle in the pool, ` +
    `${sizeText(peak)} at the peak, of a budget of ${sizeText(budget)}; ${buffers} ${buffers === 1 ? 'buffer' : 'buffers'}`
  );
}

/** Frees idle buffers. */
export function empty_cache(): void {
  ready().queue.submitNow();
  ready().pool.trim();
}

/** The WGSL of all kernels that this device has needed so far, for `warmup` on another. */
export function kernels(): string[] {
  return ready().pipelines.sources;
}

/**
 * Compiles kernels ahead of their use, beside everything else: those that `kernels()` told of on an earlier device, as a
 * worker's that runs the same program again. Nothing has to wait for it.
 * @throws RuntimeError for a text that is no kernel
 */
export function warmup(sources: readonly string[]): Promise<void> {
  return ready().pipelines.warm(sources);
}

/** Runs `body` and tells which kernels ran, in order: what each fused, how long it took, its WGSL. */
export function profile<T>(body: () => T | Promise<T>): Promise<Profile<T>> {
  return profileOn(ready(), body);
}

/**
 * Compiles a compute shader of your own, as PyTorch's `torch.cuda._compile_kernel` does for CUDA:
 * `const kernel = await torch.webgpu.compile_kernel(wgsl); kernel(workgroups, [x, y, 2]);`. Argument k is what the
 * source declares at `@group(0) @binding(k)`: a float32 or int32 tensor (a storage buffer; `read_write` where the
 * kernel writes it) or a number (a uniform of type u32, i32 or f32). Strides and bounds are the kernel's own business.
 * @throws RuntimeError with WGSL's complaint, its line and its place
 */
export function compile_kernel(source: string, options: CompileOptions = {}): Promise<CompiledKernel> {
  return compileKernel(ready(), source, options);
}

export type { CompiledKernel, CompileOptions, Grid, KernelRun, MemoryStats, Profile };
