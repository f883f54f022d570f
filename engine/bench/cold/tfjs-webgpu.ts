import '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { coldStart } from './clock.ts';

await coldStart(async () => {
  await tf.setBackend('webgpu');
  const x = tf.ones<tf.Rank.R2>([64, 64]);
  return (await tf.sum(tf.matMul(x, x)).data())[0];
});
