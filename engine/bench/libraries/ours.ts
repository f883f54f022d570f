/** The engine itself, written as a PyTorch user writes. */

import * as torch from '../../index.ts';
import type { Contestant } from '../contestant.ts';

type Programs = Contestant<torch.Tensor>['programs'];

const F = torch.nn.functional;
const learningRate = 0.01;
/** Memory that outlives a step although its results lie on it. */
const lasting = new WeakSet<object>();

/** A training loop's step, as everybody writes it. */
function training(parameters: torch.Tensor[], lossOf: () => torch.Tensor): () => torch.Tensor[] {
  for (const parameter of parameters) {
    parameter.requires_grad_();
    lasting.add(parameter.storage);
  }
  const optimizer = new torch.optim.SGD(parameters, { lr: learningRate });
  return () => {
    const loss = lossOf();
    optimizer.zero_grad();
    loss.backward();
    optimizer.step();
    return [loss.detach(), parameters[0].detach()];
  };
}

function repeated(
  times: number,
  step: (x: torch.Tensor) => torch.Tensor,
  start: torch.Tensor,
): torch.Tensor[] {
  let x = start;
  for (let k = 0; k < times; k++) x = step(x);
  return [x];
}

const programs: Programs = {
  'matmul-256':
    ({ a, b }) =>
    () => [a.matmul(b)],
  'matmul-512':
    ({ a, b }) =>
    () => [a.matmul(b)],
  'matmul-1024':
    ({ a, b }) =>
    () => [a.matmul(b)],
  'matmul-grad-512':
    ({ a, b }) =>
    () => {
      const [left, right] = [a.detach().requires_grad_(), b.detach().requires_grad_()];
      left.matmul(right).sum().backward();
      return [left.grad!, right.grad!];
    },
  chain:
    ({ a }) =>
    () => [a.mul(1.5).add(0.5).sin().abs().sqrt().neg().exp()],
  arithmetic:
    ({ a }) =>
    () => [a.mul(1.5).add(0.5).relu().mul(a).sub(0.25).abs()],
  add:
    ({ a, b }) =>
    () => [a.add(b)],
  softmax:
    ({ a }) =>
    () => [a.softmax(-1)],
  'layer-norm':
    ({ a, weight, bias }) =>
    () => [torch.layer_norm(a, [1024], weight, bias)],
  'sum-0':
    ({ a }) =>
    () => [a.sum(0)],
  'sum-1':
    ({ a }) =>
    () => [a.sum(1)],
  'transpose-add':
    ({ a, b }) =>
    () => [a.t().add(b)],
  conv2d:
    ({ a, b }) =>
    () => [torch.conv2d(a, b, { padding: 1 })],
  'tiny-16':
    ({ a, b }) =>
    () =>
      repeated(500, (x) => x.add(b), a),
  'tiny-4096':
    ({ a, b }) =>
    () =>
      repeated(500, (x) => x.add(b), a),
  mlp: ({ x, labels, w1, b1, w2, b2 }) => {
    const classes = labels.long();
    return training([w1, b1, w2, b2], () => {
      const hidden = x.matmul(w1).add(b1).relu();
      return F.cross_entropy(hidden.matmul(w2).add(b2), classes);
    });
  },
  convnet: ({ x, labels, k1, k2, w, b }) => {
    const classes = labels.long();
    return training([k1, k2, w, b], () => {
      const first = F.max_pool2d(torch.conv2d(x, k1, { padding: 1 }).relu(), 2);
      const second = F.max_pool2d(torch.conv2d(first, k2, { padding: 1 }).relu(), 2);
      return F.cross_entropy(second.flatten(1).matmul(w).add(b), classes);
    });
  },
};

export function ours(device: 'cpu' | 'webgpu'): Contestant<torch.Tensor> {
  return {
    name: `handgrad ${device}`,
    device,
    async activate() {
      if (device === 'webgpu') await torch.webgpu.init();
    },
    upload: ({ shape, values }) => torch.tensor(new torch.NdArray(values, [...shape])).to(device),
    programs,
    async settle(results) {
      // What is not the last result is asked for as well: deferred work must not escape the clock.
      await Promise.all(results.map((result) => result.index(...result.sizes.map(() => 0)).item()));
    },
    read: async (result) => (await result.cpu()).toTypedArray() as Float32Array,
    dispose(results) {
      for (const result of results) if (!lasting.has(result.storage)) result[Symbol.dispose]();
    },
  };
}
