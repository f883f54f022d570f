/** jax-js, eager and under jit. An array is used up by the call that it is given to; `.ref` keeps it. */

import { type Device, defaultDevice, grad, init, jit, lax, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import type { Contestant } from '../contestant.ts';

type Arr = np.Array;
type Pure = (inputs: Record<string, Arr>) => Arr;

const learningRate = 0.01;

/** Rows that are functions of their inputs; each uses up what it is given. */
const pure: Record<string, Pure> = {
  chain: ({ a }) => np.exp(np.sqrt(np.abs(np.sin(a.mul(1.5).add(0.5)))).neg()),
  arithmetic: ({ a }) => np.abs(nn.relu(a.ref.mul(1.5).add(0.5)).mul(a).sub(0.25)),
  add: ({ a, b }) => a.add(b),
  softmax: ({ a }) => nn.softmax(a, -1),
  'layer-norm': ({ a, weight, bias }) => nn.standardize(a, -1).mul(weight).add(bias),
  'sum-0': ({ a }) => np.sum(a, 0),
  'sum-1': ({ a }) => np.sum(a, 1),
  'transpose-add': ({ a, b }) => np.transpose(a).add(b),
  conv2d: ({ a, b }) => lax.convGeneralDilated(a, b, [1, 1], 'SAME'),
  'tiny-16': manyAdditions,
  'tiny-4096': manyAdditions,
};
for (const size of [256, 512, 1024]) pure[`matmul-${size}`] = ({ a, b }) => np.matmul(a, b);

function manyAdditions({ a, b }: Record<string, Arr>): Arr {
  let x = a;
  for (let k = 0; k < 500; k++) x = x.add(b.ref);
  b.dispose();
  return x;
}

function crossEntropy(logits: Arr, targets: Arr): Arr {
  return np.mean(np.sum(nn.logSoftmax(logits, -1).mul(targets), -1)).neg();
}

type Parameters = Record<string, Arr>;

function mlpLoss({ w1, b1, w2, b2 }: Parameters, x: Arr, targets: Arr): Arr {
  const hidden = nn.relu(np.matmul(x, w1).add(b1));
  return crossEntropy(np.matmul(hidden, w2).add(b2), targets);
}

function pool(images: Arr): Arr {
  const [batch, channels, height, width] = images.shape;
  return np.max(images.reshape([batch, channels, height / 2, 2, width / 2, 2]), [3, 5]);
}

function convnetLoss({ k1, k2, w, b }: Parameters, x: Arr, targets: Arr): Arr {
  const first = pool(nn.relu(lax.convGeneralDilated(x, k1, [1, 1], 'SAME')));
  const second = pool(nn.relu(lax.convGeneralDilated(first, k2, [1, 1], 'SAME')));
  return crossEntropy(np.matmul(second.reshape([16, 784]), w).add(b), targets);
}

type Wrap = <F extends (...args: never[]) => unknown>(body: F) => F;

function training(wrap: Wrap, lossOf: typeof mlpLoss) {
  return ({ x, labels, ...start }: Record<string, Arr>) => {
    const targets = nn.oneHot(labels.astype(np.int32), 10);
    const step = wrap((parameters: Parameters, images: Arr, classes: Arr): [Arr, Parameters] => {
      const kept = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, value.ref]));
      const [loss, gradients] = valueAndGrad(lossOf)(kept, images, classes) as [Arr, Parameters];
      const moved = Object.entries(parameters).map(([name, value]) => [
        name,
        value.sub(gradients[name].mul(learningRate)),
      ]);
      return [loss, Object.fromEntries(moved)];
    });
    let parameters = start;
    return (): Arr[] => {
      const [loss, moved] = step(parameters, x.ref, targets.ref);
      parameters = moved;
      return [loss, Object.values(moved)[0].ref];
    };
  };
}

function matmulGradient(wrap: Wrap) {
  const sum = (a: Arr, b: Arr): Arr => np.sum(np.matmul(a, b));
  const gradients = wrap((a: Arr, b: Arr) => grad(sum, { argnums: [0, 1] })(a, b) as unknown as Arr[]);
  return ({ a, b }: Record<string, Arr>) =>
    (): Arr[] =>
      gradients(a.ref, b.ref);
}

function programsOf(wrap: Wrap): Contestant<Arr>['programs'] {
  const programs: Record<string, Contestant<Arr>['programs'][string]> = {
    'matmul-grad-512': matmulGradient(wrap),
    mlp: training(wrap, mlpLoss),
    convnet: training(wrap, convnetLoss),
  };
  for (const [name, body] of Object.entries(pure)) {
    programs[name] = (inputs) => {
      const run = wrap(body);
      return () => [run(Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, value.ref])))];
    };
  }
  return programs;
}

export function jax(device: Device & ('wasm' | 'webgpu'), mode: 'eager' | 'jit'): Contestant<Arr> {
  return {
    name: `jax-js ${device}${mode === 'jit' ? ' jit' : ''}`,
    device: device === 'webgpu' ? 'webgpu' : 'cpu',
    async activate() {
      await init(device);
      defaultDevice(device);
    },
    upload: ({ shape, values }) => np.array(values.slice(), { shape: [...shape], dtype: np.float32 }),
    programs: programsOf(mode === 'jit' ? (((body: never) => jit(body)) as unknown as Wrap) : (body) => body),
    async settle(results) {
      await Promise.all(results.map((result) => result.blockUntilReady()));
    },
    read: async (result) => (await result.ref.data()) as Float32Array,
    dispose(results) {
      for (const result of results) result.dispose();
    },
  };
}
