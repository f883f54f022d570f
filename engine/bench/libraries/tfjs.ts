/** TensorFlow.js, in its own layouts (channels last) and with its own way of freeing memory. */

import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { Contestant } from '../contestant.ts';

const learningRate = 0.01;

setWasmPaths('/tfjs-wasm/');

function training(
  parameters: tf.Tensor[],
  lossOf: (...parameters: tf.Tensor[]) => tf.Tensor,
): () => tf.Tensor[] {
  const variables = parameters.map((parameter) => tf.variable(parameter));
  const optimizer = tf.train.sgd(learningRate);
  return () => {
    const loss = optimizer.minimize(() => lossOf(...variables) as tf.Scalar, true, variables) as tf.Scalar;
    return [loss, tf.clone(variables[0])];
  };
}

const oneHot = (labels: tf.Tensor): tf.Tensor => tf.oneHot(tf.cast(labels, 'int32') as tf.Tensor1D, 10);

const tidy = (program: () => tf.Tensor) => (): tf.Tensor[] => [tf.tidy(program)];

function repeated(times: number, step: (x: tf.Tensor) => tf.Tensor, start: tf.Tensor): tf.Tensor {
  let x = start;
  for (let k = 0; k < times; k++) {
    const next = step(x);
    if (x !== start) x.dispose();
    x = next;
  }
  return x;
}

const toLast = (image: tf.Tensor): tf.Tensor => tf.transpose(image, [0, 2, 3, 1]);
const kernelToLast = (kernel: tf.Tensor): tf.Tensor => tf.transpose(kernel, [2, 3, 1, 0]);

const programs: Contestant<tf.Tensor>['programs'] = {
  'matmul-256': ({ a, b }) => tidy(() => tf.matMul(a, b)),
  'matmul-512': ({ a, b }) => tidy(() => tf.matMul(a, b)),
  'matmul-1024': ({ a, b }) => tidy(() => tf.matMul(a, b)),
  'matmul-grad-512': ({ a, b }) => {
    const gradients = tf.grads((x, y) => tf.sum(tf.matMul(x, y)));
    return () => gradients([a, b]);
  },
  chain: ({ a }) => tidy(() => tf.exp(tf.neg(tf.sqrt(tf.abs(tf.sin(tf.add(tf.mul(a, 1.5), 0.5))))))),
  arithmetic: ({ a }) => tidy(() => tf.abs(tf.sub(tf.mul(tf.relu(tf.add(tf.mul(a, 1.5), 0.5)), a), 0.25))),
  add: ({ a, b }) => tidy(() => tf.add(a, b)),
  softmax: ({ a }) => tidy(() => tf.softmax(a)),
  'layer-norm': ({ a, weight, bias }) =>
    tidy(() => {
      const { mean, variance } = tf.moments(a, -1, true);
      return tf.add(tf.mul(tf.mul(tf.sub(a, mean), tf.rsqrt(tf.add(variance, 1e-5))), weight), bias);
    }),
  'sum-0': ({ a }) => tidy(() => tf.sum(a, 0)),
  'sum-1': ({ a }) => tidy(() => tf.sum(a, 1)),
  'transpose-add': ({ a, b }) => tidy(() => tf.add(tf.transpose(a), b)),
  conv2d: ({ a, b }) => {
    const [image, kernel] = [toLast(a) as tf.Tensor4D, kernelToLast(b) as tf.Tensor4D];
    return tidy(() => tf.conv2d(image, kernel, 1, 'same'));
  },
  'tiny-16':
    ({ a, b }) =>
    () => [repeated(500, (x) => tf.add(x, b), a)],
  'tiny-4096':
    ({ a, b }) =>
    () => [repeated(500, (x) => tf.add(x, b), a)],
  mlp: ({ x, labels, ...parameters }) => {
    const targets = oneHot(labels);
    return training(Object.values(parameters), (w1, b1, w2, b2) => {
      const hidden = tf.relu(tf.add(tf.matMul(x, w1), b1));
      return tf.losses.softmaxCrossEntropy(targets, tf.add(tf.matMul(hidden, w2), b2));
    });
  },
  convnet: ({ x, labels, k1, k2, w, b }) => {
    const targets = oneHot(labels);
    const images = toLast(x) as tf.Tensor4D;
    const weights = tf.reshape(tf.transpose(tf.reshape(w, [16, 7, 7, 10]), [1, 2, 0, 3]), [784, 10]);
    return training([kernelToLast(k1), kernelToLast(k2), weights, b], (first, second, linear, bias) => {
      let y = tf.maxPool(tf.relu(tf.conv2d(images, first as tf.Tensor4D, 1, 'same')), 2, 2, 'valid');
      y = tf.maxPool(tf.relu(tf.conv2d(y, second as tf.Tensor4D, 1, 'same')), 2, 2, 'valid');
      return tf.losses.softmaxCrossEntropy(
        targets,
        tf.add(tf.matMul(tf.reshape(y, [16, 784]), linear), bias),
      );
    });
  },
};

/** A result in the layout of the other libraries. */
function inRows(result: tf.Tensor): tf.Tensor {
  if (result.rank !== 4) return result;
  const [height, width] = result.shape;
  return height === 3 && width === 3
    ? tf.transpose(result, [3, 2, 0, 1])
    : tf.transpose(result, [0, 3, 1, 2]);
}

export function tfjs(backend: 'cpu' | 'wasm' | 'webgpu'): Contestant<tf.Tensor> {
  return {
    name: `tfjs ${backend}`,
    device: backend === 'webgpu' ? 'webgpu' : 'cpu',
    async activate() {
      if (tf.getBackend() !== backend) await tf.setBackend(backend);
      await tf.ready();
    },
    upload: ({ shape, values }) => tf.tensor(values.slice(), [...shape]),
    programs,
    async settle(results) {
      const firsts = results.map((result) => tf.tidy(() => tf.slice(tf.reshape(result, [-1]), 0, 1)));
      await Promise.all(firsts.map((first) => first.data()));
      tf.dispose(firsts);
    },
    read: async (result) => tf.tidy(() => inRows(result)).data(),
    dispose: (results) => tf.dispose([...results]),
  };
}
