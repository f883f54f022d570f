/** What a compute shader declares at `@group(0)`, and the layout of its bindings. */

import { RuntimeError } from '../../core/errors.ts';

/** What the source declares at one binding. */
export interface Declaration {
  readonly name: string;
  readonly access: 'read' | 'read_write' | 'uniform';
  /** As the source writes it: `array<f32>`, `u32` … */
  readonly type: string;
}

const declared =
  /@(?:group\(\s*0u?\s*\)\s*@binding\(\s*(\d+)u?\s*\)|binding\(\s*(\d+)u?\s*\)\s*@group\(\s*0u?\s*\))\s*var\s*<\s*(storage|uniform)\s*(?:,\s*(\w+)\s*)?>\s*(\w+)\s*:\s*([^;]+);/g;

export function readDeclarations(source: string): Declaration[] {
  const found: Declaration[] = [];
  const code = source.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
  for (const [, first, second, space, access, name, type] of code.matchAll(declared)) {
    const at = Number(first ?? second);
    if (found[at]) throw new RuntimeError(`${found[at].name} and ${name} are both at @binding(${at})`);
    const kind = space === 'uniform' ? 'uniform' : access === 'read_write' ? 'read_write' : 'read';
    found[at] = { name, access: kind, type: type.replaceAll(/\s/g, '') };
  }
  if (found.length === 0) {
    throw new RuntimeError(
      'the kernel declares nothing to work on: argument 0 is @group(0) @binding(0) var<storage, read_write> y: array<f32>;',
    );
  }
  for (let at = 0; at < found.length; at++) {
    if (!found[at])
      throw new RuntimeError(
        `the kernel declares nothing at @binding(${at}): arguments are bound in order, from 0 on`,
      );
  }
  return found;
}

const layoutTypes = { read: 'read-only-storage', read_write: 'storage', uniform: 'uniform' } as const;

/** Said in full, since a layout that WebGPU finds by itself leaves out what a kernel declares but does not use. */
export function layoutOf(device: GPUDevice, declarations: readonly Declaration[]): GPUBindGroupLayout {
  return device.createBindGroupLayout({
    entries: declarations.map(({ access }, binding) => ({
      binding,
      visibility: 4, // COMPUTE
      buffer: { type: layoutTypes[access] },
    })),
  });
}
