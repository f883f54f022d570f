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
  readonly device: GpuDevice;
  /** WGSL after the header: functions and `main`. Parameters are `P_name`, bindings `result`, `in0`, `in1` … */
  readonly body: string;
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
  readonly workgroups: number | readonly [number, number, number];
}

/** Runs a kernel over tensors on one device. */
export function runKernel(call: KernelCall): void {
  const { device, out, inputs, params } = call;
  const names = Object.keys(params);
  // Word 1 is the zero of functions.ts's prelude.
  const words = [names.length > 0 ? params[names[0]] : 0, 0, ...names.slice(1).map((name) => params[name])];
  const aliases = names.map((name, position) => {
    const word = position === 0 ? 0 : position + 1;
    return `fn P_${name}() -> u32 { return P.data[${word >> 2}].${'xyzw'[word & 3]}; }`;
  });
  const body = call.body.replaceAll(/\bP_(\w+)\b(?!\()/g, 'P_$1()');
  const kinds = call.inputTypes ?? inputs.map((input) => kindOf(input.dtype));
  const reports = call.reports
    ? `\n@group(0) @binding(${inputs.length + 2}) var<storage, read_write> status: array<atomic<u32>>;`
    : '';
  const code = header(words.length, call.outType ?? kindOf(out.dtype), kinds, body, [reports, ...aliases]);
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
    call.name,
    code,
    [target, ...buffers, ...(call.reports ? [device.status] : [])],
    Uint32Array.from(words, (word) => word >>> 0),
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
