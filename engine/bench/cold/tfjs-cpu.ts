import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { coldStart, size } from './clock.ts';

await coldStart(async (values) => {
  await tf.setBackend('cpu');
  const x = tf.tensor2d(values, [size, size]);
  return (await tf.sum(tf.matMul(x, x)).data())[0];
});
