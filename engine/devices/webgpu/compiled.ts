/**
 * Kernels that users write themselves, in WGSL: `compile_kernel`, after PyTorch's `torch.cuda._compile_kernel`.
 * Argument k of a call is what the source declares at `@group(0) @binding(k)`: a tensor is a storage buffer with the
 * memory from its first element to its last, a number is a uniform.
 */

import { RuntimeError } from '../../core/errors.ts';
import { Tensor } from '../../core/tensor.ts';
import { type Declaration, layoutOf, readDeclarations } from './declarations.ts';
import type { GpuDevice } from './device.ts';
import type { Pipeline } from './pipelines.ts';
import type { Binding } from './queue.ts';
import type { GpuStorage } from './storage.ts';

/** How many workgroups to start: along x, or along x, y and z. */
export type Grid = number | readonly [x: number, y?: number, z?: number];

/** Starts the kernel on a grid of workgroups. Its work is done in order with everything else on the device. */
export type CompiledKernel = (grid: Grid, args: readonly (Tensor | number)[]) => void;

export interface CompileOptions {
  /** The function to start, where the source has more than one. */
  readonly entry?: string;
}

/** @throws RuntimeError with WGSL's own complaint and the line it is about */
export async function compileKernel(
  device: GpuDevice,
  source: string,
  { entry = 'main' }: CompileOptions,
): Promise<CompiledKernel> {
  device.check();
  const declarations = readDeclarations(source);
  const pipeline = await build(device, source, entry, declarations);
  return (grid, args) => {
    device.check();
    const workgroups = readGrid(grid, device);
    if (args.length !== declarations.length) {
      throw new RuntimeError(
        `kernel ${entry} declares ${declarations.length} bindings (${declarations.map(({ name }) => name).join(', ')}), but ${args.length} arguments were given`,
      );
    }
    for (const [k, arg] of args.entries()) checkArgument(arg, declarations[k], k, device);
    launch({ device, source, entry, declarations, pipeline }, workgroups, args);
  };
}

// ── compiling ──────────────────────────────────────────────────────────────────────────────────────────────

async function build(
  { context: { device } }: GpuDevice,
  code: string,
  entry: string,
  declarations: readonly Declaration[],
): Promise<Pipeline> {
  // What is wrong is thrown from here: it must not be thrown by the next read as well.
  device.pushErrorScope('validation');
  const module = device.createShaderModule({ code, label: entry });
  const layout = layoutOf(device, declarations);
  const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
  const failing = device.popErrorScope();
  const { messages } = await module.getCompilationInfo();
  const error = messages.find(({ type }) => type === 'error');
  const failure = await failing;
  if (error) throw new RuntimeError(explain(error, code));
  if (failure) throw new RuntimeError(`the kernel ${entry} does not fit the GPU: ${failure.message}`);
  const compute = await device
    .createComputePipelineAsync({
      label: entry,
      layout: pipelineLayout,
      compute: { module, entryPoint: entry },
    })
    .catch((error: Error) => {
      throw new RuntimeError(`the kernel ${entry} does not fit the GPU: ${error.message}`);
    });
  return { compute, layout, isSettled: true, failure: null, ready: Promise.resolve(), hurry: () => {} };
}

function explain({ lineNum, linePos, message }: GPUCompilationMessage, code: string): string {
  const line = code.split('\n')[lineNum - 1];
  if (line === undefined) return `WGSL: ${message}`;
  const [complaint, ...notes] = message.split('\n');
  const place = [`  ${line}`, `  ${' '.repeat(Math.max(linePos - 1, 0))}^`];
  return [`WGSL, line ${lineNum}: ${complaint}`, ...place, ...notes].join('\n').trimEnd();
}

// ── calling ────────────────────────────────────────────────────────────────────────────────────────────────

function readGrid(grid: Grid, { context }: GpuDevice): [number, number, number] {
  const [x, y = 1, z = 1] = typeof grid === 'number' ? [grid] : grid;
  const most = context.device.limits.maxComputeWorkgroupsPerDimension;
  if ([x, y, z].every((count) => Number.isInteger(count) && count >= 0 && count <= most)) return [x, y, z];
  throw new RuntimeError(
    `the grid counts workgroups: whole numbers from 0 to ${most} along x, y and z, not [${[x, y, z].join(', ')}]`,
  );
}

function checkArgument(
  arg: unknown,
  { name, access, type }: Declaration,
  k: number,
  device: GpuDevice,
): void {
  const what = `argument ${k} (${name}: ${type})`;
  if (access === 'uniform') {
    checkNumber(arg, type, what);
    return;
  }
  if (!(arg instanceof Tensor)) throw new TypeError(`${what} must be a tensor on webgpu, not ${typeof arg}`);
  if (arg.storage.device !== device) {
    throw new RuntimeError(`${what} is on ${arg.device}: a kernel takes tensors on ${device} (x.webgpu())`);
  }
  const element = /\b[fiu]32\b/.exec(type)?.[0];
  const { name: dtype } = arg.dtype;
  const fits =
    element === 'f32' ? dtype === 'float32' : element ? dtype === 'int32' : /^(float|int)32$/.test(dtype);
  if (!fits) {
    throw new RuntimeError(`${what} cannot hold ${dtype}: f32 is torch.float32, i32 and u32 are torch.int32`);
  }
  if (arg.numel() === 0) throw new RuntimeError(`${what} has no elements: there is nothing to bind`);
  if (access === 'read_write' && arg.requires_grad) {
    throw new RuntimeError(
      `${what} requires grad, and a kernel of your own has no gradient: write to x.detach()`,
    );
  }
}

const ranges: Record<string, readonly [number, number]> = {
  u32: [0, 2 ** 32 - 1],
  i32: [-(2 ** 31), 2 ** 31 - 1],
};

function checkNumber(arg: unknown, type: string, what: string): void {
  if (typeof arg !== 'number') throw new TypeError(`${what} is a uniform: it must be a number`);
  if (type === 'f32') return;
  const range = ranges[type];
  if (!range) throw new TypeError(`${what}: a number is declared as u32, i32 or f32`);
  if (Number.isInteger(arg) && arg >= range[0] && arg <= range[1]) return;
  throw new RuntimeError(`${what} must be a whole number from ${range[0]} to ${range[1]}, not ${arg}`);
}

interface Kernel {
  readonly device: GpuDevice;
  readonly source: string;
  readonly entry: string;
  readonly declarations: readonly Declaration[];
  readonly pipeline: Pipeline;
}

function launch(
  { device, source, entry, declarations, pipeline }: Kernel,
  workgroups: readonly [number, number, number],
  args: readonly (Tensor | number)[],
): void {
  const written = new Set<GpuStorage>();
  for (const [k, arg] of args.entries()) {
    if (!(arg instanceof Tensor) || declarations[k].access !== 'read_write') continue;
    const storage = arg.storage as GpuStorage;
    if (written.has(storage)) {
      throw new RuntimeError(
        `argument ${k} (${declarations[k].name}) lies in the memory of another that is written too`,
      );
    }
    written.add(storage);
  }
  // What is read is computed first: after that the written memory may change.
  for (const arg of args) if (arg instanceof Tensor) device.buffer(arg.storage as GpuStorage);
  for (const storage of written) device.prepareWrite(storage);
  const copiesBack: (() => void)[] = [];
  const bindings = args.map((arg, k): Binding => {
    if (!(arg instanceof Tensor)) return wordOf(arg, declarations[k].type);
    const storage = arg.storage as GpuStorage;
    const buffer = device.buffer(storage);
    const [offset, size] = [arg.offset * 4, extentOf(arg) * 4];
    const isWritten = declarations[k].access === 'read_write';
    const isAligned = offset % device.context.device.limits.minStorageBufferOffsetAlignment === 0;
    if (isAligned && (isWritten || !written.has(storage))) return { buffer, offset, size };
    // WebGPU binds neither what begins at an odd place nor what is read and written at once: a copy stands in.
    const copy = device.ensureBuffer(device.allocate(size / 4, arg.dtype));
    device.queue.copy(buffer, copy, 0, size, offset);
    if (isWritten) copiesBack.push(() => device.queue.copy(copy, buffer, offset, size));
    return { buffer: copy, offset: 0, size };
  });
  device.run({ name: entry, code: source, pipeline, bindings, workgroups });
  for (const copyBack of copiesBack) copyBack();
  for (const storage of written) {
    storage.version.value++;
    storage.hasOwnKernel = true;
  }
}

/** How many elements of memory lie from a tensor's first to its last. */
function extentOf({ sizes, strides }: Tensor): number {
  return sizes.reduce((extent, size, dim) => extent + (size - 1) * strides[dim], 1);
}

function wordOf(value: number, type: string): Uint32Array {
  return type === 'f32' ? new Uint32Array(Float32Array.of(value).buffer) : Uint32Array.of(value);
}
