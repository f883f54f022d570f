/** The GPU itself: adapter, device, their limits, and what happens when the device is lost. */

import { RuntimeError } from '../../core/errors.ts';

export interface InitOptions {
  /** Where the page's own `navigator.gpu` is not to be used: Dawn's GPU object in Node, for example. */
  gpu?: GPU;
  powerPreference?: GPUPowerPreference;
  /** Bytes that buffers may take together. */
  memoryBudget?: number;
}

/** What the device can do at most, in bytes. */
export interface Limits {
  /** Of one buffer. */
  readonly buffer: number;
  /** Of what is bound to a kernel at once, from a place that is a multiple of `alignment`. */
  readonly binding: number;
  readonly alignment: number;
}

/** One GPUDevice for as long as it lives. A lost one is followed by a new context. */
export interface Context {
  // Held because Dawn's device in Node does not outlive the object that it came from.
  readonly gpu: GPU;
  readonly adapter: GPUAdapter;
  readonly device: GPUDevice;
  readonly features: ReadonlySet<string>;
  readonly limits: Limits;
  /** A program that plays a GPU: barriers are dear there, and shared memory is no faster than any other. */
  readonly isSoftware: boolean;
  /** Set when the device is lost: why, in the browser's words. */
  lost: string | null;
  /** The first error that the GPU reported after the call that caused it, until a read tells the user. */
  failure: string | null;
}

const wantedFeatures: GPUFeatureName[] = ['timestamp-query', 'subgroups', 'shader-f16'];

// Asked for up to what the adapter has: the defaults stop at 128 MiB a binding and 8 bindings a kernel.
const wantedLimits = [
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeWorkgroupStorageSize',
] as const;

/** The adapter in words. */
export function describe({ vendor, architecture, description }: GPUAdapterInfo): string {
  return [vendor, architecture, description].filter(Boolean).join(' ') || 'unknown adapter';
}

export function gpuOf(options: InitOptions): GPU | null {
  if (options.gpu) return options.gpu;
  try {
    return globalThis.navigator?.gpu ?? null;
  } catch {
    return null; // a sandbox may refuse it
  }
}

/** @throws RuntimeError where there is no WebGPU or no adapter, saying which. */
export async function openContext(options: InitOptions): Promise<Context> {
  const gpu = gpuOf(options);
  if (!gpu) {
    throw new RuntimeError(
      'webgpu: this browser has no WebGPU, or the page is not on https or localhost. Chrome and Edge have it from version 113, Safari from 26, Firefox from 141 (on Windows); on Linux Chrome may want chrome://flags/#enable-unsafe-webgpu. Everything works on the cpu.',
    );
  }
  const adapter = await gpu.requestAdapter({
    powerPreference: options.powerPreference ?? 'high-performance',
  });
  if (!adapter) {
    throw new RuntimeError(
      "webgpu: the browser offers no GPU adapter on this machine: hardware acceleration is off in its settings, or it does not trust the GPU's driver (chrome://gpu and about:support tell why; a newer driver may help). Everything works on the cpu.",
    );
  }
  const requiredLimits: Record<string, number> = {};
  for (const name of wantedLimits) requiredLimits[name] = adapter.limits[name];
  const device = await adapter.requestDevice({
    requiredFeatures: wantedFeatures.filter((feature) => adapter.features.has(feature)),
    requiredLimits,
  });
  const context: Context = {
    gpu,
    adapter,
    device,
    features: new Set(device.features),
    limits: {
      // Reading back takes a buffer with a little more than the tensor's bytes.
      buffer: device.limits.maxBufferSize - 256,
      binding: device.limits.maxStorageBufferBindingSize,
      alignment: device.limits.minStorageBufferOffsetAlignment,
    },
    isSoftware:
      adapter.info.isFallbackAdapter || /swiftshader|llvmpipe|software/i.test(describe(adapter.info)),
    lost: null,
    failure: null,
  };
  device.onuncapturederror = ({ error }) => {
    context.failure ??= `webgpu: the GPU refused a command: ${error.message}`;
  };
  void device.lost.then(({ message, reason }) => {
    context.lost = message || reason;
  });
  return context;
}

/** @throws RuntimeError where the device is gone. */
export function requireAlive(context: Context): void {
  if (context.lost !== null) {
    throw new RuntimeError(
      `webgpu: the GPU device was lost (${context.lost}). Tensors on it are gone: await torch.webgpu.init() gives a new one.`,
    );
  }
}

/** @throws RuntimeError where the GPU reported an error since the last read. */
export function throwFailure(context: Context): void {
  if (context.failure === null) return;
  const message = context.failure;
  context.failure = null;
  throw new RuntimeError(message);
}

/** Makes what an error scope caught the next read's error, in the given words. */
export function tellLater(
  context: Context,
  scope: Promise<GPUError | null>,
  words: (error: GPUError) => string,
): void {
  void scope.then(
    (error) => {
      if (error) context.failure ??= words(error);
    },
    () => {}, // the device was lost: all that lay on it is told so
  );
}
