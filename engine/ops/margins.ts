/** Losses of margins, of several labels at once, and of distributions. */

import { IndexError, RuntimeError, ValueError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { toNumbers } from '../core/reading.ts';
import { sameSizes } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { reduceLoss, reductionSchema, spread } from './reduction.ts';
import { choose, refuseReading } from './support.ts';

defineOperator({
  name: 'soft_margin_loss',
  schema: `input: Tensor, target: Tensor, ${reductionSchema}`,
  doc: 'The logistic loss of scores for targets of 1 and -1.',
  example: 'torch.nn.functional.soft_margin_loss(torch.tensor([0.5, -0.5]), torch.tensor([1, -1]))',
  as: 'functional',
  grad: {
    input(grad, { input, target, reduction }) {
      const slope = target.mul(target.mul(input).exp().add(1).reciprocal()).neg();
      return spread(grad, reduction, slope.numel()).mul(slope);
    },
  },
  saves: ['input', 'target'],
  forward: ({ input, target, reduction }) => reduceLoss(input.mul(target).neg().exp().log1p(), reduction),
});

/** Rows of scores, with or without a batch. */
const asRows = (tensor: Tensor): Tensor => (tensor.ndim < 2 ? tensor.reshape(1, -1) : tensor);

/** How much of the margin each other class takes from the target's, as multi_margin_loss weighs it. */
function marginsOf(input: Tensor, target: Tensor, margin: number): { over: Tensor; isTarget: Tensor } {
  const rows = asRows(input);
  const index = target.reshape(-1, 1);
  const over = rows.sub(rows.gather(1, index)).add(margin).clamp_min(0);
  const isTarget = call('zeros_like', rows).scatter(1, index, 1).ne(0);
  return { over: over.masked_fill(isTarget, 0), isTarget };
}

defineOperator({
  name: 'multi_margin_loss',
  schema: `input: Tensor, target: Tensor, p: int = 1, margin: float = 1, weight: Tensor? = null, ${reductionSchema}`,
  doc: 'By how much other classes come within a margin of the target class.',
  example: 'torch.nn.functional.multi_margin_loss(torch.tensor([[0.1, 0.8]]), torch.tensor([0]))',
  as: 'functional',
  grad: {
    input(grad, { input, target, p, margin, weight, reduction }) {
      const { over, isTarget } = marginsOf(input, target, margin);
      const rows = asRows(input);
      const slope = (p === 1 ? over.gt(0).to(input.dtype) : over.mul(2)).div(rows.sizes[1]);
      const weighed = weight ? slope.mul(weight.index(target.reshape(-1)).unsqueeze(1)) : slope;
      const both = choose(isTarget, weighed.sum(1, { keepdim: true }).neg(), weighed);
      const each = spread(grad, reduction, rows.sizes[0]);
      return both.mul(each.ndim > 0 ? each.unsqueeze(1) : each).reshape(input.sizes);
    },
  },
  saves: ['input', 'target', 'weight'],
  forward({ input, target, p, margin, weight, reduction }) {
    if (p !== 1 && p !== 2) throw new ValueError('only p == 1 and p == 2 supported');
    const rows = asRows(input);
    if (target.numel() !== rows.sizes[0] || target.ndim > 1) {
      throw new RuntimeError(
        `multi_margin_loss: target tensor should be 1-D with size equal to the number of input samples (batch size). Expected target size [${rows.sizes[0]}], but got [${target.sizes.join(', ')}]. Input has shape [${input.sizes.join(', ')}].`,
      );
    }
    const outside = (label: number): boolean => label < 0 || label >= rows.sizes[1];
    if (target.is_cpu && toNumbers(target).some(outside)) throw new RuntimeError('target out of range');
    const { over } = marginsOf(input, target, margin);
    const costs = p === 1 ? over : over.mul(over);
    const losses = (weight ? costs.mul(weight.index(target.reshape(-1)).unsqueeze(1)) : costs)
      .sum(1)
      .div(rows.sizes[1]);
    return reduceLoss(input.ndim < 2 ? losses.squeeze(0) : losses, reduction);
  },
});

/** Which classes are labels: those named before the first -1 of each row. */
function labelled(input: Tensor, target: Tensor): boolean[][] {
  const [count, classes] = asRows(input).sizes;
  const labels = toNumbers(target);
  return Array.from({ length: count }, (_, row) => {
    const marks = new Array<boolean>(classes).fill(false);
    for (const label of labels.slice(row * classes, (row + 1) * classes)) {
      if (label < 0) break;
      if (label >= classes) throw new IndexError(`Target ${label} is out of bounds.`);
      marks[label] = true;
    }
    return marks;
  });
}

/** For every pair of a label and another class: how far the margin of 1 between them is missed. */
function missed(input: Tensor, marks: Tensor): Tensor {
  const rows = asRows(input);
  const over = call('rsub', rows.unsqueeze(2).sub(rows.unsqueeze(1)), 1);
  const counts = marks.unsqueeze(2).logical_and(marks.logical_not().unsqueeze(1));
  // What is not above 0 costs nothing, nan among it.
  return choose(counts.logical_and(over.gt(0)), over, 0);
}

const marksOf = (input: Tensor, target: Tensor): Tensor => call('tensor', labelled(input, target));

defineOperator({
  name: 'multilabel_margin_loss',
  schema: `input: Tensor, target: Tensor, ${reductionSchema}`,
  doc: 'By how much other classes come within a margin of 1 of the classes listed, up to the first -1 of a row.',
  example:
    'torch.nn.functional.multilabel_margin_loss(torch.tensor([[0.1, 0.8, 0.5]]), torch.tensor([[2, -1, 0]]))',
  as: 'functional',
  grad: {
    input(grad, { input, target, reduction }) {
      const marks = marksOf(input, target);
      const [count, classes] = marks.sizes;
      const active = missed(input, marks).gt(0).to(input.dtype);
      const slope = active.sum(1).sub(active.sum(2)).div(classes);
      const each = spread(grad, reduction, count);
      return slope.mul(each.ndim > 0 ? each.unsqueeze(1) : each).reshape(input.sizes);
    },
  },
  saves: ['input', 'target'],
  forward({ input, target, reduction }) {
    if (!sameSizes(input.sizes, target.sizes)) {
      throw new RuntimeError(
        `inconsistent target size: [${target.sizes.join(', ')}] for input of size: [${input.sizes.join(', ')}]`,
      );
    }
    refuseReading(target, 'targets on the cpu');
    const marks = marksOf(input, target);
    const losses = missed(input, marks).sum([1, 2]).div(marks.sizes[1]);
    return reduceLoss(input.ndim < 2 ? losses.squeeze(0) : losses, reduction);
  },
});

defineOperator({
  name: 'multilabel_soft_margin_loss',
  schema: `input: Tensor, target: Tensor, weight: Tensor? = null, ${reductionSchema}`,
  doc: 'The mean over the classes of the cost of each being present or not, given scores.',
  example:
    'torch.nn.functional.multilabel_soft_margin_loss(torch.tensor([[0.5, -0.5]]), torch.tensor([[1, 0]]))',
  as: 'functional',
  forward({ input, target, weight, reduction }) {
    if (!['none', 'mean', 'sum'].includes(reduction)) throw new ValueError(`${reduction} is not valid`);
    const yes = target.mul(call('logsigmoid', input));
    const no = call('rsub', target, 1).mul(call('logsigmoid', input.neg()));
    const losses = yes.add(no).neg();
    const weighed = weight ? losses.mul(weight) : losses;
    return reduceLoss(weighed.sum(input.ndim - 1).div(input.sizes[input.ndim - 1]), reduction);
  },
});

/** log(n!) after Stirling, for counts above 1. */
function stirling(target: Tensor): Tensor {
  const term = target
    .mul(target.log())
    .sub(target)
    .add(
      target
        .mul(2 * Math.PI)
        .log()
        .mul(0.5),
    );
  return term.masked_fill(target.le(1), 0);
}

defineOperator({
  name: 'poisson_nll_loss',
  schema: `input: Tensor, target: Tensor, log_input: bool = true, full: bool = false, *, eps: float = 1e-8, ${reductionSchema}`,
  doc: 'Minus the log-likelihood of counts under Poisson distributions, given the logarithms of their rates.',
  example: 'torch.nn.functional.poisson_nll_loss(torch.tensor([0.5]), torch.tensor([2]))',
  as: 'functional',
  forward({ input, target, log_input, full, eps, reduction }) {
    const losses = log_input
      ? input.exp().sub(target.mul(input))
      : input.sub(target.mul(input.add(eps).log()));
    return reduceLoss(full ? losses.add(stirling(target)) : losses, reduction);
  },
});

defineOperator({
  name: 'gaussian_nll_loss',
  schema: `input: Tensor, target: Tensor, var: Operand, full: bool = false, eps: float = 1e-6, ${reductionSchema}`,
  doc: 'Minus the log-likelihood of targets under normal distributions of those means and variances.',
  example:
    'torch.nn.functional.gaussian_nll_loss(torch.tensor([0.5]), torch.tensor([2]), torch.tensor([1.5]))',
  as: 'functional',
  forward({ input, target, var: given, full, eps, reduction }) {
    const variances = spreadVariance(input, given as Tensor | number);
    if (variances.is_cpu && call('any', variances.lt(0)).toTypedArray()[0]) {
      throw new ValueError('var has negative entry/entries');
    }
    if (!['none', 'mean', 'sum'].includes(reduction)) throw new ValueError(`${reduction} is not valid`);
    // What keeps the variance above eps has no part in the gradient.
    const floor = variances.clone();
    floor.detach().clamp_(eps, null);
    const losses = floor.log().add(input.sub(target).pow(2).div(floor)).mul(0.5);
    return reduceLoss(full ? losses.add(0.5 * Math.log(2 * Math.PI)) : losses, reduction);
  },
});

/** Variances that broadcast with the means. @throws ValueError where they do not fit */
function spreadVariance(input: Tensor, given: Tensor | number): Tensor {
  if (typeof given === 'number') return call('full_like', input, given);
  if (sameSizes(given.sizes, input.sizes)) return given;
  if (sameSizes(input.sizes.slice(0, -1), given.sizes)) return given.unsqueeze(-1);
  const fits =
    given.ndim === input.ndim && given.sizes.every((size, dim) => size === input.sizes[dim] || size === 1);
  if (!fits) throw new ValueError('var is of incorrect size');
  return given;
}

defineOperator({
  name: 'cosine_embedding_loss',
  schema: `input1: Tensor, input2: Tensor, target: Tensor, margin: float = 0, ${reductionSchema}`,
  doc: 'How far vectors are from the same direction where the target is 1, and how near where it is -1.',
  example:
    'torch.nn.functional.cosine_embedding_loss(torch.tensor([[1, 2.5]]), torch.tensor([[2, 1.5]]), torch.tensor([1]))',
  as: 'functional',
  forward({ input1, input2, target, margin, reduction }) {
    if (target.ndim > 1) {
      throw new RuntimeError('0D or 1D target tensor expected, multi-target not supported');
    }
    const wanted = target.ndim + 1;
    if (input1.ndim !== wanted || input2.ndim !== wanted) {
      const sizes = (tensor: Tensor): string => `[${tensor.sizes.join(', ')}]`;
      throw new RuntimeError(
        `${target.ndim}D target tensor expects ${wanted}D input tensors, but found inputs with sizes ${sizes(input1)} and ${sizes(input2)}.`,
      );
    }
    const dim = target.ndim;
    const length = (tensor: Tensor): Tensor => tensor.mul(tensor).sum(dim).add(1e-12);
    const cosine = input1
      .mul(input2)
      .sum(dim)
      .div(length(input1).mul(length(input2)).sqrt());
    const alike = choose(target.eq(1), call('rsub', cosine, 1), 0);
    const apart = choose(target.eq(-1), cosine.sub(margin).clamp_min(0), 0);
    return reduceLoss(alike.add(apart), reduction);
  },
});
