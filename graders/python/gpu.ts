/**
 * `torch.webgpu` in Python: its promises are waited for (waiting.ts says how), and what it tells has attributes. A kernel
 * could be compiled without waiting, but what is wrong with it is only promised: the code would have gone on by then.
 */

import * as torch from 'torch';
import type { Bridge } from './bridge.ts';
import type { Py } from './brython.ts';
import { arrange } from './calls.ts';
import type { Tasks } from './tasks.ts';
import { gpuWaits } from './waiting.ts';

type Promising = (...args: never[]) => Promise<unknown>;

export function installGpu(bridge: Bridge, tasks: Tasks): void {
  const module = bridge.brython.imported['torch.webgpu'];
  const engine = torch.webgpu as unknown as Record<string, Promising>;
  for (const name of gpuWaits) {
    module[name] = tasks.promising(name, (...args) =>
      engine[name](...(arrange(bridge, engine[name], args) as never[])),
    );
  }
  module.compile_kernel = tasks.promising('compile_kernel', (...args) => compileKernel(bridge, args));
  module.profile = tasks.promising('profile', (body) => profile(() => tasks.finish(tasks.begin(body, []))));
  module.adapter = bridge.nativeFunction('torch.webgpu', 'adapter', () => bridge.toPython(new Adapter()));
}

/** `compile_kernel(source, "main")` names the function by its place, as PyTorch's `torch.cuda._compile_kernel` does. */
async function compileKernel(bridge: Bridge, args: Py[]): Promise<torch.webgpu.CompiledKernel> {
  const { positional, named } = bridge.arguments(args, 'compile_kernel');
  const [source = named.source, entry = named.entry ?? named.kernel_name ?? 'main'] = positional;
  if (typeof source !== 'string') throw new TypeError('compile_kernel() takes the source of a kernel, a str');
  const kernel = await torch.webgpu.compile_kernel(source, { entry });
  return Object.defineProperty(kernel, 'name', { value: entry });
}

class Adapter {
  readonly description: string;
  readonly is_software: boolean;

  constructor() {
    const { description, isSoftware } = torch.webgpu.adapter();
    this.description = description;
    this.is_software = isSoftware;
  }

  toString(): string {
    return this.description;
  }
}

/** A run of a kernel, as its profile tells it. */
class KernelRun {
  constructor(run: torch.webgpu.KernelRun) {
    Object.assign(this, run);
  }

  toString(): string {
    const { name, workgroups, milliseconds } = this as unknown as torch.webgpu.KernelRun;
    return `KernelRun(${name}, workgroups ${workgroups.join(' x ')}${milliseconds === null ? '' : `, ${milliseconds.toFixed(4)} ms`})`;
  }
}

async function profile(body: () => Promise<unknown>): Promise<object> {
  const { kernels, ...told } = await torch.webgpu.profile(body);
  return { ...told, kernels: kernels.map((run) => new KernelRun(run)) };
}
