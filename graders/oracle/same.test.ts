import * as torch from 'torch';
import { writeNpy } from 'torch/npy';
import { expect, test } from 'vitest';
import { sameRecording } from './same.ts';

const npy = (data: number[], shape = [data.length]): Uint8Array =>
  writeNpy(new torch.NdArray(new Float32Array(data), shape));
const npz = (data: number[], name = 'w'): Promise<Uint8Array> => torch.save({ [name]: torch.tensor(data) });
const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

test.each<[string, Uint8Array | Promise<Uint8Array>, Uint8Array | Promise<Uint8Array>, boolean]>([
  ['x.npy', npy([1, 2]), npy([1, 2 + 1e-6]), true],
  ['x.npy', npy([1, 2]), npy([1, 2.1]), false],
  ['x.npy', npy([1, 2]), npy([1, 2], [1, 2]), false],
  ['x.npy', npy([1]), writeNpy(new torch.NdArray(new Float64Array([1]), [1])), false],
  ['x.npz', npz([1, 2]), npz([1, 2]), true],
  ['x.npz', npz([1, 2]), npz([1, 3]), false],
  ['x.npz', npz([1, 2]), npz([1, 2], 'b'), false],
  ['x.json', json({ torch: '2.13', a: [1.5, 'x'] }), json({ torch: '2.14', a: [1.5000001, 'x'] }), true],
  ['x.json', json({ a: [1, 2] }), json({ a: [1] }), false],
  ['x.json', json({ a: 1 }), json({ b: 1 }), false],
  ['x.json', json({ a: null }), json({ a: false }), false],
  ['x.json', json({ text: 'tensor(0.1234)' }), json({ text: 'tensor(0.1235)' }), true],
  ['x.json', json({ text: 'tensor(0.1234)' }), json({ text: 'tensor(0.1334)' }), false],
  ['x.json', json({ text: 'shape 0.5' }), json({ text: 'sizes 0.5' }), false],
])('%s %#', async (name, a, b, isSame) => {
  expect(await sameRecording(name, await a, await b)).toBe(isSame);
  expect(await sameRecording(name, await b, await a)).toBe(isSame);
});
