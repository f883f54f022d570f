/** Matrix products: each rank's own operator, and `matmul`, which picks among them. */

import { bool, cppNames, float32, float64 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { composeInto } from '../core/pointwise.ts';
import { broadcastShapes, numelOf } from '../core/shape.ts';
import { allocate, type Tensor } from '../core/tensor.ts';
import { matmulKernel } from '../devices/cpu/matmul.ts';
import { commonDevice } from '../devices/device.ts';
import { throwNotImplemented } from './support.ts';
import { unsafeView } from './views.ts';

function requireSameDtype(self: Tensor, other: Tensor): void {
  if (self.dtype !== other.dtype) {
    throw new RuntimeError(
      `expected m1 and m2 to have the same dtype, but got: ${cppNames[self.dtype.name]} != ${cppNames[other.dtype.name]}`,
    );
  }
}

/** (batch, n, k) times (batch, k, m), without any check. */
function product(a: Tensor, b: Tensor): Tensor {
  const out = allocate([a.sizes[0], a.sizes[1], b.sizes[2]], a.dtype, commonDevice([a, b]));
  if (out.numel() > 0) matmulKernel.for(out.storage.device)(a, b, out);
  return out;
}

/** Whether nothing is summed: then PyTorch's cpu keeps the sign of a zero, which a sum that starts at 0 would lose. */
function isOuter(column: Tensor, row: Tensor): boolean {
  const { dtype, sizes } = column;
  const isFloat = dtype === float32 || dtype === float64;
  return column.is_cpu && isFloat && sizes[1] === 1 && sizes[0] > 1 && row.sizes[1] > 1;
}

defineOperator({
  name: 'mm',
  schema: 'self: Tensor, mat2: Tensor',
  doc: 'The product of two matrices.',
  example: 'torch.ones(2, 3).mm(torch.ones(3, 2))',
  grad: { self: 'matmul(grad, t(mat2))', mat2: 'matmul(t(self), grad)' },
  forward({ self, mat2 }) {
    if (self.ndim !== 2) throw new RuntimeError('self must be a matrix');
    if (mat2.ndim !== 2) throw new RuntimeError('mat2 must be a matrix');
    if (self.sizes[1] !== mat2.sizes[0]) {
      throw new RuntimeError(
        `mat1 and mat2 shapes cannot be multiplied (${self.sizes.join('x')} and ${mat2.sizes.join('x')})`,
      );
    }
    requireSameDtype(self, mat2);
    if (self.dtype === bool) throwNotImplemented('addmm_impl_cpu_', bool);
    if (isOuter(self, mat2)) {
      const out = allocate([self.sizes[0], mat2.sizes[1]], self.dtype, self.storage.device);
      return composeInto('mm', 'column * row', { column: self, row: mat2 }, self.dtype, out, true);
    }
    return product(self.unsqueeze(0), mat2.unsqueeze(0)).squeeze(0);
  },
});

defineOperator({
  name: 'bmm',
  schema: 'self: Tensor, mat2: Tensor',
  doc: 'The products of two batches of matrices: (b, n, k) times (b, k, m).',
  example: 'torch.ones(2, 1, 3).bmm(torch.ones(2, 3, 1))',
  grad: { self: 'bmm(grad, transpose(mat2, 1, 2))', mat2: 'bmm(transpose(self, 1, 2), grad)' },
  forward({ self, mat2 }) {
    if (self.ndim !== 3) throw new RuntimeError('batch1 must be a 3D tensor');
    if (mat2.ndim !== 3) throw new RuntimeError('batch2 must be a 3D tensor');
    const [batch, , inner] = self.sizes;
    if (mat2.sizes[0] !== batch || mat2.sizes[1] !== inner) {
      throw new RuntimeError(
        `Expected size for first two dimensions of batch2 tensor to be: [${batch}, ${inner}] but got: [${mat2.sizes[0]}, ${mat2.sizes[1]}].`,
      );
    }
    if (self.dtype !== mat2.dtype) {
      throw new RuntimeError(
        `expected scalar type ${self.dtype.scalarName} but found ${mat2.dtype.scalarName}`,
      );
    }
    if (self.dtype === bool) throwNotImplemented('bmm', bool);
    return product(self, mat2);
  },
});

defineOperator({
  name: 'mv',
  schema: 'self: Tensor, vec: Tensor',
  doc: 'A matrix times a vector.',
  example: 'torch.tensor([[1, 2], [3, 4]]).mv(torch.tensor([1, 1]))',
  grad: { self: 'outer(grad, vec)', vec: 'mv(t(self), grad)' },
  forward({ self, vec }) {
    if (self.ndim !== 2 || vec.ndim !== 1) {
      throw new RuntimeError(`vector + matrix @ vector expected, got 1, ${self.ndim}, ${vec.ndim}`);
    }
    if (self.sizes[1] !== vec.sizes[0]) {
      throw new RuntimeError(
        `size mismatch, got input (${self.sizes[0]}), mat (${self.sizes.join('x')}), vec (${vec.sizes[0]})`,
      );
    }
    if (self.dtype !== vec.dtype) {
      const [matrix, vector] = [self.dtype.scalarName, vec.dtype.scalarName];
      throw new RuntimeError(
        `addmv input tensors must have the same dtype, but got ${vector}, ${matrix}, and ${vector}`,
      );
    }
    if (self.dtype === bool) throwNotImplemented('addmv_impl_cpu', bool);
    return product(self.unsqueeze(0), vec.view(1, -1, 1)).view(-1);
  },
});

defineOperator({
  name: 'dot',
  schema: 'self: Tensor, tensor: Tensor',
  doc: 'The sum of the products of two vectors of one length.',
  example: 'torch.tensor([1, 2]).dot(torch.tensor([3, 4]))',
  grad: { self: 'grad * tensor', tensor: 'grad * self' },
  forward({ self, tensor }) {
    if (self.ndim !== 1 || tensor.ndim !== 1) {
      throw new RuntimeError(`1D tensors expected, but got ${self.ndim}D and ${tensor.ndim}D tensors`);
    }
    if (self.dtype !== tensor.dtype) {
      throw new RuntimeError(
        `dot : expected both vectors to have same dtype, but found ${self.dtype.scalarName} and ${tensor.dtype.scalarName}`,
      );
    }
    if (self.numel() !== tensor.numel()) {
      throw new RuntimeError(
        `inconsistent tensor size, expected tensor [${self.numel()}] and src [${tensor.numel()}] to have the same number of elements, but got ${self.numel()} and ${tensor.numel()} elements respectively`,
      );
    }
    if (self.dtype === bool) throwNotImplemented('dot', bool);
    return product(self.view(1, 1, -1), tensor.view(1, -1, 1)).view([]);
  },
});

defineOperator({
  name: 'outer',
  schema: 'self: Tensor, vec2: Tensor',
  doc: 'Every element of one vector times every element of another.',
  example: 'torch.tensor([1, 2]).outer(torch.tensor([3, 4]))',
  forward({ self, vec2 }) {
    for (const [name, tensor] of [
      ['self', self],
      ['vec2', vec2],
    ] as const) {
      if (tensor.ndim !== 1) {
        throw new RuntimeError(`outer: Expected 1-D argument ${name}, but got ${tensor.ndim}-D`);
      }
    }
    return self.unsqueeze(1).mul(vec2);
  },
});

const matmul = defineOperator({
  name: 'matmul',
  schema: 'self: Tensor, other: Tensor',
  doc: "Python's `@`: dot product, matrix times vector, matrix times matrix, or batches of them, by the ranks.",
  example: 'torch.ones(2, 3).matmul(torch.ones(3))',
  forward({ self, other }) {
    if (self.ndim === 0 || other.ndim === 0) {
      throw new RuntimeError(
        `both arguments to matmul need to be at least 1D, but they are ${self.ndim}D and ${other.ndim}D`,
      );
    }
    if (self.ndim === 1 && other.ndim === 1) return self.dot(other);
    if (self.ndim === 2 && other.ndim === 1) return self.mv(other);
    if (self.ndim === 1 && other.ndim === 2) return self.unsqueeze(0).mm(other).squeeze_(0);
    if (self.ndim === 2 && other.ndim === 2) return self.mm(other);
    return shouldFold(self, other) ? folded(self, other) : batched(self, other);
  },
});

/**
 * Whether a batch times one matrix (or vector) is computed as one larger product. It saves the gradient of the single
 * one a batch of copies; else it is worth it only where the batch lies in one piece.
 */
function shouldFold(self: Tensor, other: Tensor): boolean {
  const [batch, single] = self.ndim >= other.ndim ? [self, other] : [other, self];
  if (batch.ndim < 3 || single.ndim > 2) return false;
  if (single.requires_grad) return true;
  if (self.ndim === 2) return false;
  const { sizes, strides } = batch;
  return (
    batch.numel() === 0 ||
    sizes.slice(0, -2).every((_, dim) => strides[dim] === strides[dim + 1] * sizes[dim + 1])
  );
}

function folded(self: Tensor, other: Tensor): Tensor {
  const isBatchFirst = self.ndim >= other.ndim;
  // One matrix times a batch is the transpose of the batch's transposes times the matrix's.
  const batch = isBatchFirst ? self : other.mT;
  const single = isBatchFirst ? other : self.ndim === 2 ? self.t() : self;
  const lead = batch.sizes.slice(0, -1);
  const flat = batch.reshape(numelOf(lead), batch.sizes[batch.ndim - 1]);
  if (single.ndim === 1) return unsafeView(flat.mv(single), lead);
  const result = unsafeView(flat.mm(single), [...lead, single.sizes[1]]);
  return isBatchFirst ? result : result.mT.contiguous();
}

function batched(self: Tensor, other: Tensor): Tensor {
  if (self.ndim === 3 && other.ndim === 3 && self.sizes[0] !== other.sizes[0]) {
    // A batch of one that needs a gradient is folded as a single matrix is.
    if (self.sizes[0] === 1 && self.requires_grad) return matmul(self.squeeze(0), other);
    if (other.sizes[0] === 1 && other.requires_grad) return matmul(self, other.squeeze(0));
  }
  const left = self.ndim === 1 ? self.unsqueeze(0) : self;
  const right = other.ndim === 1 ? other.unsqueeze(1) : other;
  const batch = broadcastShapes(left.sizes.slice(0, -2), right.sizes.slice(0, -2));
  const [rows, inner] = left.sizes.slice(-2);
  const columns = right.sizes[right.ndim - 1];
  const count = numelOf(batch);
  const a = left.expand([...batch, rows, inner]).reshape(count, rows, inner);
  const b = right
    .expand([...batch, right.sizes[right.ndim - 2], columns])
    .reshape(count, right.sizes[right.ndim - 2], columns);
  const sizes = [...batch];
  if (self.ndim > 1) sizes.push(rows);
  if (other.ndim > 1) sizes.push(columns);
  return unsafeView(a.bmm(b), sizes);
}
