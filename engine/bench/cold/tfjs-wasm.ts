import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { coldStart } from './clock.ts';

setWasmPaths('/tfjs-wasm/');
await coldStart(async () => {
  await tf.setBackend('wasm');
  const x = tf.ones<tf.Rank.R2>([64, 64]);
  return (await tf.sum(tf.matMul(x, x)).data())[0];
});
