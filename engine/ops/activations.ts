/**
 * Activation functions. Those that Python has in torch.nn.functional alone are `functional` records; the rest are
 * functions of torch as well.
 */

import { bool } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { pointwise } from '../core/pointwise.ts';
import { wrapDim } from '../core/shape.ts';
import { alias } from '../core/tensor.ts';
import { choose, notFor } from './support.ts';

defineOperator({
  name: '_of_kernel',
  schema: 'self: Tensor, name: str, constantIn: Tensor?',
  doc: 'A gradient that is recorded under the name of one kernel, with a slope of 0 in what it was chosen by.',
  as: 'internal',
  gradName: ({ name }) => name,
  grad: {
    self: 'grad',
    constantIn: (grad, { meta }) => grad.new_zeros(meta.constantIn.sizes as number[]),
  },
  forward: ({ self }) => alias(self),
});

pointwise('relu', {
  expr: 'self < 0 ? 0 : self',
  dtype: 'promote',
  check(_args, compute) {
    if (compute === bool) throw new RuntimeError('Boolean inputs not supported for relu');
  },
  gradKernel: { name: 'ThresholdBackwardBackward0', constantIn: 'result' },
  grad: { self: 'result <= 0 ? 0 : grad' },
  doc: 'Negative elements replaced by 0.',
  example: 'torch.tensor([-1, 2]).relu()',
});

pointwise('leaky_relu', {
  schema: 'self: Tensor, negative_slope: Scalar = 0.01',
  expr: 'self > 0 ? self : self * negative_slope',
  dtype: 'promote',
  as: 'functional',
  lacks: ['leaky_relu_cpu', 'int', 'bool'],
  inplaceGradName: 'LeakyReluBackward1',
  gradKernel: { name: 'LeakyReluBackwardBackward0', constantIn: 'self' },
  grad: { self: 'self > 0 ? grad : grad * negative_slope' },
  doc: 'Negative elements multiplied by a small slope.',
  example: 'torch.nn.functional.leaky_relu(torch.tensor([-1.5, 2]))',
});

pointwise('threshold', {
  schema: 'self: Tensor, threshold: Scalar, value: Scalar',
  expr: 'self <= threshold ? value : self',
  dtype: 'promote',
  as: 'function',
  lacks: ['threshold_cpu', 'bool'],
  inplaceGradName: 'ThresholdBackward1',
  gradKernel: { name: 'ThresholdBackwardBackward0', constantIn: 'self' },
  grad: { self: 'self <= threshold ? 0 : grad' },
  doc: 'Elements that are not above `threshold` replaced by `value`.',
  example: 'torch.threshold(torch.tensor([1, 3.5]), 2, 20)',
});

// PyTorch's elu serves its relatives: scale * (x > 0 ? x : alpha * (e^(x * input_scale) - 1)).
const eluBackward = (result: string): string =>
  `self <= 0 ? grad * input_scale * scale * alpha * ${result} : grad * scale`;

const elu = pointwise('elu', {
  schema: 'self: Tensor, alpha: Scalar = 1, scale: Scalar = 1, input_scale: Scalar = 1',
  expr: 'self > 0 ? self * scale : expm1(self * input_scale) * (alpha * scale)',
  dtype: 'promote',
  as: 'functional',
  lacks: ['elu_cpu', 'int', 'bool'],
  inplaceGradName: 'EluBackward1',
  gradKernel: { name: 'EluBackwardBackward0' },
  grad: { self: eluBackward('exp(self * input_scale)') },
  doc: 'x above 0, alpha * (e^x - 1) below.',
  example: 'torch.nn.functional.elu(torch.tensor([-1.5, 2]))',
});

const seluAlpha = 1.6732632423543772;
const seluScale = 1.0507009873554805;

defineOperator({
  name: 'selu',
  schema: 'self: Tensor',
  doc: 'elu with the alpha and scale that keep mean 0 and variance 1.',
  example: 'torch.selu(torch.tensor([-1, 1.5]))',
  as: 'function',
  forward: ({ self }) => elu(self, seluAlpha, seluScale),
});

defineOperator({
  name: 'selu_',
  schema: 'self: Tensor',
  doc: 'In-place form of `selu`: writes the result into the tensor and returns it.',
  example: 'torch.selu_(torch.tensor([-1, 1.5]))',
  as: 'function',
  forward: ({ self }) => call('elu_', self, seluAlpha, seluScale),
});

pointwise('celu', {
  schema: 'self: Tensor, alpha: Scalar = 1',
  expr: 'self > 0 ? self : expm1(self / alpha) * alpha',
  dtype: 'promote',
  as: 'function',
  check({ alpha }, compute) {
    if (Number(alpha) === 0) throw new RuntimeError('ZeroDivisionError: alpha cannot be 0 for CELU');
    notFor('elu_cpu', 'int', 'bool')(null, compute);
  },
  inplaceGradName: 'CeluBackward1',
  gradKernel: { name: 'EluBackwardBackward0' },
  grad: { self: 'self <= 0 ? grad * exp(self / alpha) : grad' },
  doc: 'x above 0, alpha * (e^(x / alpha) - 1) below: elu with a continuous slope.',
  example: 'torch.celu(torch.tensor([-1, 1.5]), 2)',
});

const rootHalf = Math.SQRT1_2;
const rootTwoOverPi = Math.sqrt(2 / Math.PI);
const innerTanh = `tanh(${rootTwoOverPi} * (self + 0.044715 * self * self * self))`;

pointwise('gelu', {
  schema: "self: Tensor, *, approximate: str = 'none'",
  dtype: 'promote',
  as: 'functional',
  expr: ({ approximate }) =>
    approximate === 'none' ? `0.5 * self * (1 + erf(self * ${rootHalf}))` : `0.5 * self * (1 + ${innerTanh})`,
  check({ approximate }, compute) {
    if (approximate !== 'none' && approximate !== 'tanh') {
      throw new RuntimeError('approximate argument must be either none or tanh.');
    }
    notFor('GeluKernelImpl', 'int', 'bool')(null, compute);
  },
  gradKernel: { name: 'GeluBackwardBackward0' },
  grad: {
    self(grad, { self, approximate }) {
      if (approximate === 'none') {
        const below = self.mul(rootHalf).erf().add(1).mul(0.5);
        const density = self
          .mul(self)
          .mul(-0.5)
          .exp()
          .mul(1 / Math.sqrt(2 * Math.PI));
        return grad.mul(below.add(self.mul(density)));
      }
      const inner = self.pow(3).mul(0.044715).add(self).mul(rootTwoOverPi).tanh();
      const slope = self
        .pow(2)
        .mul(3 * 0.044715)
        .add(1)
        .mul(rootTwoOverPi);
      const left = inner.add(1).mul(0.5);
      const right = self.mul(0.5).mul(inner.pow(2).rsub(1)).mul(slope);
      return grad.mul(left.add(right));
    },
  },
  saves: ['self'],
  doc: 'x times the probability that a normal number is below it; `approximate` may be tanh.',
  example: 'torch.nn.functional.gelu(torch.tensor([-1.5, 2]))',
});

pointwise('silu', {
  expr: 'self / (1 + exp(-self))',
  dtype: 'promote',
  as: 'functional',
  lacks: ['silu_cpu', 'int', 'bool'],
  grad: {
    self(grad, { self }) {
      const sigmoid = self.sigmoid();
      return grad.mul(sigmoid).mul(self.mul(sigmoid.rsub(1)).add(1));
    },
  },
  saves: ['self'],
  doc: 'x times its sigmoid.',
  example: 'torch.nn.functional.silu(torch.tensor([-1.5, 2]))',
});

pointwise('mish', {
  expr: 'self * tanh(softplus(self))',
  dtype: 'promote',
  as: 'functional',
  lacks: ['mish_cpu', 'int', 'bool'],
  grad: {
    self(grad, { self }) {
      const inner = softplus(self).tanh();
      return grad.mul(inner.add(self.mul(self.sigmoid()).mul(inner.mul(inner).rsub(1))));
    },
  },
  saves: ['self'],
  doc: 'x times the tanh of its softplus.',
  example: 'torch.nn.functional.mish(torch.tensor([-1.5, 2]))',
});

const softplus = pointwise('softplus', {
  schema: 'self: Tensor, beta: Scalar = 1, threshold: Scalar = 20',
  expr: 'self * beta > threshold ? self : log1p(exp(self * beta)) / beta',
  dtype: 'promote',
  as: 'functional',
  lacks: ['softplus_cpu', 'int', 'bool'],
  gradKernel: { name: 'SoftplusBackwardBackward0' },
  grad: {
    self(grad, { self, beta, threshold }) {
      const scaled = self.mul(beta);
      return choose(scaled.gt(threshold), grad, grad.mul(scaled.sigmoid()));
    },
  },
  saves: ['self'],
  doc: 'log(1 + e^x): a smooth relu; x itself where `beta` x is above `threshold`.',
  example: 'torch.nn.functional.softplus(torch.tensor([-1.5, 2]))',
});

const logOfSigmoid = pointwise('_log_sigmoid', {
  expr: 'minimum(self, 0) - log1p(exp(-abs(self)))',
  dtype: 'promote',
  as: 'internal',
  inplace: false,
  lacks: ['log_sigmoid_cpu', 'int', 'bool'],
  gradKernel: { name: 'LogSigmoidBackwardBackward0' },
  grad: { self: 'grad * sigmoid(-self)' },
  gradName: 'LogSigmoidBackward0',
  doc: 'The logarithm of the sigmoid, laid out as its operand.',
});

defineOperator({
  name: 'logsigmoid',
  schema: 'self: Tensor',
  doc: 'The logarithm of the sigmoid.',
  as: 'functional',
  forward: ({ self }) => logOfSigmoid(self.contiguous()),
  example: 'torch.nn.functional.logsigmoid(torch.tensor([-1.5, 2]))',
});

const hardtanh = pointwise('hardtanh', {
  schema: 'self: Tensor, min_val: Scalar = -1, max_val: Scalar = 1',
  expr: 'minimum(maximum(self, min_val), max_val)',
  dtype: 'promote',
  as: 'functional',
  check({ min_val }, compute) {
    if (compute === bool) throw new RuntimeError('Bool inputs not supported for hardtanh');
    if (compute.category === 'int' && !compute.is_signed && Number(min_val) < 0) {
      throw new RuntimeError('cannot do hardtanh on an unsigned type with negative limits');
    }
  },
  gradKernel: { name: 'HardtanhBackwardBackward0', constantIn: 'self' },
  grad: {
    self: (grad, { self, min_val, max_val }) =>
      choose(self.le(min_val).logical_or(self.ge(max_val)), 0, grad),
  },
  saves: ['self'],
  doc: 'Elements held between `min_val` and `max_val`.',
  example: 'torch.nn.functional.hardtanh(torch.tensor([-1.5, 0.5, 2]))',
});

pointwise('hardsigmoid', {
  expr: 'minimum(maximum(self + 3, 0), 6) / 6',
  dtype: 'promote',
  as: 'functional',
  lacks: ['hardsigmoid_cpu', 'int', 'bool'],
  grad: {
    self: (grad, { self }) => choose(self.gt(-3).logical_and(self.lt(3)), grad.mul(1 / 6), 0),
  },
  saves: ['self'],
  doc: 'A straight line for the sigmoid: 0 up to -3, 1 from 3 on.',
  example: 'torch.nn.functional.hardsigmoid(torch.tensor([-1.5, 2]))',
});

pointwise('hardswish', {
  expr: 'self * minimum(maximum(self + 3, 0), 6) / 6',
  dtype: 'promote',
  as: 'functional',
  lacks: ['hardswish_cpu', 'int', 'bool'],
  gradKernel: { name: 'HardswishBackwardBackward0' },
  grad: {
    self: (grad, { self }) =>
      choose(self.le(-3), 0, choose(self.lt(3), grad.mul(self.div(3).add(0.5)), grad)),
  },
  saves: ['self'],
  doc: 'x times its hardsigmoid.',
  example: 'torch.nn.functional.hardswish(torch.tensor([-1.5, 2]))',
});

pointwise('hardshrink', {
  schema: 'self: Tensor, lambd: Scalar = 0.5',
  expr: 'self >= -lambd && self <= lambd ? 0 : self',
  dtype: 'promote',
  inplace: false,
  lacks: ['hardshrink_cpu', 'int', 'bool'],
  gradKernel: { name: 'HardshrinkBackwardBackward0', constantIn: 'self' },
  grad: { self: (grad, { self, lambd }) => choose(self.abs().le(lambd), 0, grad) },
  saves: ['self'],
  doc: 'Elements within `lambd` of 0 replaced by 0.',
  example: 'torch.tensor([-1, 0.2, 1]).hardshrink()',
});

pointwise('softshrink', {
  schema: 'self: Tensor, lambd: Scalar = 0.5',
  expr: 'self > lambd ? self - lambd : self < -lambd ? self + lambd : isnan(self) ? self : copysign(0, self)',
  dtype: 'promote',
  as: 'functional',
  inplace: false,
  check({ lambd }, compute) {
    if (!(Number(lambd) >= 0)) {
      throw new RuntimeError(`lambda must be greater or equal to 0, but found to be ${lambd}.`);
    }
    notFor('softshrink_check', 'int', 'bool')(null, compute);
  },
  gradKernel: { name: 'SoftshrinkBackwardBackward0', constantIn: 'self' },
  grad: { self: (grad, { self, lambd }) => choose(self.abs().le(lambd), 0, grad) },
  saves: ['self'],
  doc: 'Elements moved towards 0 by `lambd`, those within it replaced by 0.',
  example: 'torch.nn.functional.softshrink(torch.tensor([-1.5, 0.25, 2]))',
});

defineOperator({
  name: 'relu6',
  schema: 'self: Tensor',
  doc: 'Elements held between 0 and 6.',
  example: 'torch.nn.functional.relu6(torch.tensor([-1.5, 2, 9]))',
  as: 'functional',
  forward: ({ self }) => hardtanh(self, 0, 6),
});

defineOperator({
  name: 'relu6_',
  schema: 'self: Tensor',
  doc: 'In-place form of `relu6`: writes the result into the tensor and returns it.',
  as: 'internal',
  forward: ({ self }) => call('hardtanh_', self, 0, 6),
});

defineOperator({
  name: 'softsign',
  schema: 'self: Tensor',
  doc: 'x / (1 + |x|)',
  example: 'torch.nn.functional.softsign(torch.tensor([-1.5, 2]))',
  as: 'functional',
  forward: ({ self }) => self.div(self.abs().add(1)),
});

defineOperator({
  name: 'tanhshrink',
  schema: 'self: Tensor',
  doc: 'x - tanh(x)',
  example: 'torch.nn.functional.tanhshrink(torch.tensor([-1.5, 2]))',
  as: 'functional',
  forward: ({ self }) => self.sub(self.tanh()),
});

defineOperator({
  name: 'glu',
  schema: 'self: Tensor, dim: int = -1',
  doc: 'The first half along a dimension, times the sigmoid of the second.',
  example: 'torch.nn.functional.glu(torch.tensor([1, 2, 0, 0.5]))',
  as: 'functional',
  grad: {
    self(grad, { self, dim }) {
      const size = self.size(dim) / 2;
      const gate = self.narrow(dim, size, size).sigmoid();
      const first = self.narrow(dim, 0, size);
      const left = grad.mul(gate);
      const right = grad.mul(gate.rsub(1)).mul(gate).mul(first);
      return call('cat', [left, right], dim);
    },
  },
  gradKernel: { name: 'GluBackwardBackward0' },
  saves: ['self'],
  forward({ self, dim }) {
    if (self.ndim === 0) throw new RuntimeError('glu does not support 0-dimensional tensors');
    const own = wrapDim(dim, self.ndim);
    const size = self.sizes[own];
    if (size % 2 !== 0) {
      throw new RuntimeError(`Halving dimension must be even, but dimension ${own} is size ${size}`);
    }
    return self.narrow(own, 0, size / 2).mul(self.narrow(own, size / 2, size / 2).sigmoid());
  },
});

const preluKernel = pointwise('_prelu_kernel', {
  schema: 'self: Tensor, weight: Tensor',
  expr: 'self > 0 ? self : weight * self',
  dtype: 'promote',
  as: 'function',
  inplace: false,
  gradKernel: { name: 'PreluKernelBackwardBackward0', constantIn: 'self' },
  grad: { self: 'self > 0 ? grad : weight * grad', weight: 'self > 0 ? 0 : self * grad' },
  doc: 'The inner part of prelu.',
});

defineOperator({
  name: 'prelu',
  schema: 'self: Tensor, weight: Tensor',
  doc: 'Negative elements multiplied by a learnt weight: one, or one a channel (dimension 1).',
  example: 'torch.prelu(torch.tensor([-1, 1.5]), torch.tensor([0.25]))',
  forward({ self, weight }) {
    if (self.dtype !== weight.dtype) {
      throw new RuntimeError(
        `prelu: Type promoting not supported. Got ${self.dtype.scalarName} and ${weight.dtype.scalarName}`,
      );
    }
    if (weight.numel() === 1) return preluKernel(self, weight.ndim === 0 ? weight : weight.reshape([1]));
    if (self.ndim === 0) {
      throw new RuntimeError('Not allow zero-dim input tensor.');
    }
    const channels = self.ndim >= 2 ? self.sizes[1] : 1;
    if (channels !== weight.numel()) {
      throw new RuntimeError(
        `Mismatch of parameter numbers and input channel size. Found parameter numbers = ${weight.numel()} and channel size = ${channels}.`,
      );
    }
    if (weight.ndim > 1) {
      throw new RuntimeError(
        `prelu: Expected \`weight\` to be a scalar or 1D tensor, but got: ndim = ${weight.ndim}`,
      );
    }
    return preluKernel(self, weight.reshape([-1, ...new Array(self.ndim - 2).fill(1)]));
  },
});
