/**
 * Kernels compiled from their WGSL. The GPU compiles several at a time and beside everything else, so that a page's
 * pictures go on: what is asked of a kernel meanwhile waits in the queue.
 */

import { layoutOf, readDeclarations } from './declarations.ts';

export interface Pipeline {
  /** Null while the GPU still compiles it, or where it cannot. */
  readonly compute: GPUComputePipeline | null;
  /** Whether it is known which. */
  readonly isSettled: boolean;
  readonly layout: GPUBindGroupLayout;
  /** Why the GPU cannot have it. */
  readonly failure: string | null;
  /** Resolves once it is settled. */
  readonly ready: Promise<void>;
  /** Compiles it before anything else that the GPU does, for those who cannot wait. */
  hurry(): void;
}

export class Pipelines {
  readonly #device: GPUDevice;
  readonly #made = new Map<string, Compiling>();
  readonly #considered = new Set<string>();
  readonly #layouts = new Map<string, GPUBindGroupLayout>();

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  /** The pipeline of a source, which is its key. */
  of(code: string, name: string): Pipeline {
    let pipeline = this.#made.get(code);
    if (!pipeline) {
      pipeline = new Compiling(this.#device, code, name, this.#layoutOf(code));
      this.#made.set(code, pipeline);
    }
    return pipeline;
  }

  /** Whether a source is neither compiled nor was asked about before. */
  isNew(code: string): boolean {
    if (this.#made.has(code) || this.#considered.has(code)) return false;
    this.#considered.add(code);
    return true;
  }

  /** The sources of all of them. */
  get sources(): string[] {
    return [...this.#made.keys()];
  }

  /** Compiles them ahead of their use. Resolves when that is done: what does not fit the GPU is told at its use. */
  async warm(sources: readonly string[]): Promise<void> {
    await Promise.all(sources.map((code) => this.of(code, 'warmup').ready));
  }

  #layoutOf(code: string): GPUBindGroupLayout {
    const declarations = readDeclarations(code);
    const key = declarations.map(({ access }) => access).join(' ');
    let layout = this.#layouts.get(key);
    if (!layout) {
      layout = layoutOf(this.#device, declarations);
      this.#layouts.set(key, layout);
    }
    return layout;
  }
}

class Compiling implements Pipeline {
  compute: GPUComputePipeline | null = null;
  isSettled = false;
  failure: string | null = null;
  readonly layout: GPUBindGroupLayout;
  readonly ready: Promise<void>;
  readonly #device: GPUDevice;
  readonly #descriptor: GPUComputePipelineDescriptor;

  constructor(device: GPUDevice, code: string, label: string, layout: GPUBindGroupLayout) {
    this.layout = layout;
    this.#device = device;
    this.#descriptor = {
      label,
      layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module: device.createShaderModule({ code, label }), entryPoint: 'main' },
    };
    const compiled = device.createComputePipelineAsync(this.#descriptor).then(
      (compute) => {
        this.compute ??= compute;
      },
      (error: Error) => {
        this.failure = `webgpu: the kernel ${label} does not fit the GPU: ${error.message}`;
      },
    );
    this.ready = Promise.race([compiled, device.lost]).then(() => {
      this.isSettled = true;
    });
  }

  hurry(): void {
    this.compute ??= this.#device.createComputePipeline(this.#descriptor);
    this.isSettled = true;
  }
}
