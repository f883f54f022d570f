/** A page with one library alone: from the start of its navigation to the first number. */

export async function coldStart(first: (device: 'cpu' | 'webgpu') => Promise<number>): Promise<void> {
  const device = new URLSearchParams(location.search).get('device') as 'cpu' | 'webgpu';
  const value = await first(device);
  if (value !== 64 ** 3) throw new Error(`the first number is ${value}`);
  Object.assign(globalThis, { coldTime: performance.now() });
}
