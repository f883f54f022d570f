import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { coldStart, size } from './clock.ts';

setWasmPaths('/tfjs-wasm/');
await coldStart(async (values) => {
  await tf.setBackend('wasm');
  const x = tf.tensor2d(values, [size, size]);
  return (await tf.sum(tf.matMul(x, x)).data())[0];
});
