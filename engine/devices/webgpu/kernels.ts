/** Help for kernels that are written by hand: parameters by name, bindings, and one call to run them. */

import { RuntimeError } from '../../core/errors.ts';
import type { Tensor } from '../../core/tensor.ts';
import type { GpuDevice } from './device.ts';
import { header } from './fuse.ts';
import { grid, kindOf } from './layout.ts';
import type { GpuStorage } from './storage.ts';

export function gpuOfTensor(tensor: Tensor): GpuDevice {
  return tensor.storage.device as GpuDevice;
}

export interface KernelCall {
  readonly name: string;
  /** What a profile adds to the name, such as the size of the work. */
  readonly detail?: string;
  readonly device: GpuDevice;
  /**
   * WGSL after the header: functions and `main`. Parameters are `P_name`, bindings `result`, `in0`, `in1` … It is
   * written once for each name, list of parameters, types of tensors and `variant`: nothing else may change it.
   */
  readonly body: () => string;
  readonly variant?: readonly (string | number | boolean)[];
  /** Unsigned words by the names under which the body reads them. */
  readonly params: Readonly<Record<string, number>>;
  readonly out: Tensor;
  /** The result's element type in WGSL where it is not the dtype's own. */
  readonly outType?: string;
  readonly inputs: readonly Tensor[];
  /** The inputs' element types in WGSL where they are not the dtypes' own. */
  readonly inputTypes?: readonly string[];
  /** Bound last, where the kernel reports what it cannot do. */
  readonly reports?: boolean;
  /** Whether the body calls functions of WGSL's extension for subgroups, all invocations of a quad together. */
  readonly subgroups?: boolean;
  readonly workgroups: number | readonly [number, number, number];
}

/** Sources by all that they depend on: writing one out takes longer than to run a small kernel. */
const codes = new Map<string, string>();

function codeOf(call: KernelCall, names: readonly string[]): string {
  const { name, variant = [], out, outType, inputs, inputTypes, reports, subgroups } = call;
  const dtypes = [out, ...inputs].map(({ dtype }) => dtype.name);
  const types = [outType, ...(inputTypes ?? [])];
  const key = [name, ...variant, '|', ...names, '|', ...dtypes, '|', ...types, reports, subgroups].join(' ');
  let code = codes.get(key);
  if (code === undefined) {
    code = write(call, names);
    codes.set(key, code);
  }
  return code;
}

function write(call: KernelCall, names: readonly string[]): string {
  const { out, inputs } = call;
  const aliases = names.map((name, position) => {
    const word = wordOf(position);
    return `fn P_${name}() -> u32 { return P.data[${word >> 2}].${'xyzw'[word & 3]}; }`;
  });
  const body = call.body().replaceAll(/\bP_(\w+)\b(?!\()/g, 'P_$1()');
  const kinds = call.inputTypes ?? inputs.map((input) => kindOf(input.dtype));
  const reports = call.reports
    ? `\n@group(0) @binding(${inputs.length + 2}) var<storage, read_write> status: array<atomic<u32>>;`
    : '';
  const code = header(wordCount(names), call.outType ?? kindOf(out.dtype), kinds, body, [
    reports,
    ...aliases,
  ]);
  // Calls lie in loops of which WGSL cannot tell that all four of a quad run them together.
  return call.subgroups ? `enable subgroups;\ndiagnostic(off, subgroup_uniformity);\n${code}` : code;
}

/** The word of the uniform block in which a parameter stands: word 1 is the zero of functions.ts's prelude. */
const wordOf = (position: number): number => (position === 0 ? 0 : position + 1);
const wordCount = (names: readonly string[]): number => Math.max(names.length + 1, 2);

/** Whether a kernel is asked for the first time, and not compiled ahead of that either: it need not be compiled yet. */
export function isNew(call: KernelCall): boolean {
  return call.device.pipelines.isNew(codeOf(call, Object.keys(call.params)));
}

/** Runs a kernel over tensors on one device. */
export function runKernel(call: KernelCall): void {
  const { device, out, inputs, params } = call;
  const names = Object.keys(params);
  const words = new Uint32Array(wordCount(names));
  names.forEach((name, position) => {
    words[wordOf(position)] = params[name];
  });
  for (const input of inputs) {
    if (input.storage.device === device) continue;
    throw new RuntimeError(
      `Expected all tensors to be on the same device, but found at least two devices, ${device} and ${input.device}!`,
    );
  }
  // A kernel may not read the buffer that it writes: it reads a copy.
  const buffers = inputs.map(({ storage: used }) => {
    const storage = used as GpuStorage;
    const buffer = used === out.storage ? device.copyOf(storage) : device.buffer(storage);
    return device.bindWhole(storage, buffer, call.name);
  });
  const storage = out.storage as GpuStorage;
  const target = device.bindWhole(storage, device.prepareWrite(storage), call.name);
  const workgroups = typeof call.workgroups === 'number' ? grid(call.workgroups) : call.workgroups;
  device.dispatch(
    call.detail ? `${call.name} ${call.detail}` : call.name,
    codeOf(call, names),
    [target, ...buffers, ...(call.reports ? [device.status] : [])],
    words,
    workgroups,
  );
}

/** `main`'s opening: `i` is the number of the invocation over a grid of any size. */
export function mainOver(size: number, count: string): string {
  return `@compute @workgroup_size(${size})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * ${size}u + lane;
  if (i >= ${count}) { return; }`;
}

/**
 * WGSL that turns a flat index into an offset, and the parameters it reads: for sizes and strides that are first
 * coalesced, so that a row-major tensor costs nothing.
 */
export function offsetCode(
  prefix: string,
  index: string,
  sizes: readonly number[],
  strides: readonly number[],
): { code: string; params: Record<string, number> } {
  const params: Record<string, number> = {};
  const terms: string[] = [];
  let rest = index;
  for (let dim = sizes.length - 1; dim >= 0; dim--) {
    params[`${prefix}stride${dim}`] = strides[dim];
    if (dim === 0) {
      terms.push(`${rest} * P_${prefix}stride0`);
    } else {
      params[`${prefix}size${dim}`] = sizes[dim];
      terms.push(`(${rest} % P_${prefix}size${dim}) * P_${prefix}stride${dim}`);
      rest = `(${rest} / P_${prefix}size${dim})`;
    }
  }
  return { code: terms.join(' + ') || '0u', params };
}
