/**
 * A page with one library alone: from the start of its navigation to the first number, the sum of all elements of a
 * matrix times itself. The matrix is given as data: a library may know what ones are, and never multiply.
 */

export const size = 64;

export async function coldStart(
  first: (values: Float32Array<ArrayBuffer>, device: 'cpu' | 'webgpu') => Promise<number>,
): Promise<void> {
  const device = new URLSearchParams(location.search).get('device') as 'cpu' | 'webgpu';
  const value = await first(new Float32Array(size ** 2).fill(1), device);
  if (value !== size ** 3) throw new Error(`the first number is ${value}`);
  Object.assign(globalThis, { coldTime: performance.now() });
}
