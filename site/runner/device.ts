/** On which device the learner's code runs, and why: decided in the page, before any code runs. */
export type Device = 'cpu' | 'webgpu';

export interface Choice {
  device: Device;
  /** The adapter's name, or the reason for the cpu, in words for the learner. */
  why: string;
}

const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/** `?device=cpu` and `?device=webgpu` in the page's address decide; else the best that this machine has. */
export async function chooseDevice(
  asked = new URLSearchParams(location.search).get('device'),
): Promise<Choice> {
  if (asked === 'cpu') return { device: 'cpu', why: 'asked for in the address' };
  if (!navigator.gpu) return { device: 'cpu', why: 'this browser has no WebGPU' };
  const adapter = await navigator.gpu.requestAdapter().catch(() => null);
  if (!adapter) return { device: 'cpu', why: 'no GPU adapter is available' };
  const name = adapterName(adapter.info);
  const software = adapter.info.isFallbackAdapter || SOFTWARE.test(name);
  if (software && asked !== 'webgpu') {
    return {
      device: 'cpu',
      why: `the only adapter is ${name}, a program that plays a GPU: the cpu is faster`,
    };
  }
  return { device: 'webgpu', why: name };
}

function adapterName(info: GPUAdapterInfo): string {
  return (
    info.description || [info.vendor, info.architecture].filter(Boolean).join(' ') || 'an unnamed adapter'
  );
}
