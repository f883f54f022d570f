import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { coldStart } from './clock.ts';

await coldStart(async () => {
  await tf.setBackend('cpu');
  const x = tf.ones<tf.Rank.R2>([64, 64]);
  return (await tf.sum(tf.matMul(x, x)).data())[0];
});
