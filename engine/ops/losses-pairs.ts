/** Distances and similarities of vectors, and the losses made of them. */

import './norms.ts';
import { resultType } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { broadcastShapes } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { reduceLoss, reductionSchema } from './reduction.ts';

defineOperator({
  name: 'cosine_similarity',
  schema: 'x1: Tensor, x2: Tensor, dim: int = 1, eps: float = 1e-8',
  doc: 'The cosine of the angle between vectors that lie along a dimension.',
  example: 'torch.cosine_similarity(torch.tensor([1, 0.5]), torch.tensor([0.5, 1]), 0)',
  as: 'function',
  forward({ x1, x2, dim, eps }) {
    const dtype = resultType(
      [x1, x2].map((x) => ({ dtype: x.dtype, kind: x.ndim === 0 ? 'zero-dim' : 'dimensioned' })),
    );
    if (!dtype.is_floating_point) {
      throw new RuntimeError(
        `expected common dtype to be floating point, yet common dtype is ${dtype.scalarName}`,
      );
    }
    const sizes = broadcastShapes(x1.sizes, x2.sizes);
    const [a, b] = [x1, x2].map((x) => x.to(dtype).expand(sizes));
    const length = (x: Tensor): Tensor => x.pow(2).sum(dim, { keepdim: true }).sqrt().clamp_min(eps);
    return a
      .div(length(a))
      .mul(b.div(length(b)))
      .sum(dim);
  },
});

defineOperator({
  name: 'pairwise_distance',
  schema: 'x1: Tensor, x2: Tensor, p: float = 2, eps: float = 1e-6, keepdim: bool = false',
  doc: 'The p-norm of the differences of vectors that lie along the last dimension.',
  example: 'torch.pairwise_distance(torch.tensor([[0, 0.5]]), torch.tensor([[3, 4.5]]))',
  as: 'function',
  forward: ({ x1, x2, p, eps, keepdim }) => call('_norm', x1.sub(x2).add(eps), p, [-1], keepdim),
});

defineOperator({
  name: 'margin_ranking_loss',
  schema: `input1: Tensor, input2: Tensor, target: Tensor, margin: float = 0, ${reductionSchema}`,
  doc: 'The cost of the wrong order of two scores.',
  example:
    'torch.nn.functional.margin_ranking_loss(torch.tensor([1.5]), torch.tensor([2]), torch.tensor([1]))',
  as: 'functional',
  forward({ input1, input2, target, margin, reduction }) {
    if (new Set([input1, input2, target].map(({ ndim }) => ndim)).size > 1) {
      throw new RuntimeError(
        `margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: ${input1.shape}, input2: ${input2.shape}, target: ${target.shape} `,
      );
    }
    return reduceLoss(target.neg().mul(input1.sub(input2)).add(margin).clamp_min(0), reduction);
  },
});

defineOperator({
  name: 'hinge_embedding_loss',
  schema: `input: Tensor, target: Tensor, margin: float = 1, ${reductionSchema}`,
  doc: 'Distances of what should be alike, and how far others are within the margin.',
  example: 'torch.nn.functional.hinge_embedding_loss(torch.tensor([0.5, 0.25]), torch.tensor([1, -1]))',
  as: 'functional',
  forward({ input, target, margin, reduction }) {
    const alike = call('where', target.eq(1), input, 0);
    const apart = call('where', target.eq(-1), call('rsub', input, margin).clamp_min(0), 0);
    return reduceLoss(alike.add(apart), reduction);
  },
});

defineOperator({
  name: 'triplet_margin_loss',
  schema: `anchor: Tensor, positive: Tensor, negative: Tensor, margin: float = 1, p: float = 2, eps: float = 1e-6, swap: bool = false, ${reductionSchema}`,
  doc: 'How much nearer an anchor should be to one point than to another, or (with `swap`) that one to the other.',
  example:
    'torch.nn.functional.triplet_margin_loss(torch.tensor([[0.5]]), torch.tensor([[0.25]]), torch.tensor([[1.5]]))',
  as: 'functional',
  forward({ anchor, positive, negative, margin, p, eps, swap, reduction }) {
    const near = call('pairwise_distance', anchor, positive, p, eps);
    const far = call('pairwise_distance', anchor, negative, p, eps);
    const least = swap ? far.minimum(call('pairwise_distance', positive, negative, p, eps)) : far;
    return reduceLoss(near.sub(least).add(margin).clamp_min(0), reduction);
  },
});
