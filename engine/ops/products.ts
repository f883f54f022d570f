/** Products with something added, over chosen dimensions, or written as an index formula. */

import './matmul.ts';
import type { Scalar } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { placeOfInplace } from '../core/inplace.ts';
import { defineAlias, defineOperator, operatorNamed } from '../core/operator.ts';
import type { Bound } from '../core/schema.ts';
import { shapeText, wrapDim } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';

function scaled(value: Tensor, factor: Scalar): Tensor {
  return factor === 1 ? value : value.mul(factor);
}

function checkDtypes(nameA: string, a: Tensor, nameB: string, b: Tensor): void {
  if (a.dtype === b.dtype) return;
  throw new RuntimeError(
    `${nameA} and ${nameB} must have the same dtype, but got ${a.dtype.scalarName} and ${b.dtype.scalarName}`,
  );
}

/** @throws RuntimeError where a tensor is not broadcast to the outer product of two vectors */
function checkOuter(self: Tensor, a: Tensor, b: Tensor): void {
  const product = [a.numel(), b.numel()];
  const fits = self.sizes.every((size, k) => size === 1 || size === product[product.length - self.ndim + k]);
  if (a.ndim !== 1 || b.ndim !== 1 || fits) return;
  throw new RuntimeError(
    `size mismatch, input: [${self.sizes.join(', ')}], v1: [${a.sizes.join(', ')}], v2: [${b.sizes.join(', ')}]`,
  );
}

/** @throws RuntimeError where the matrices of two batches have no product */
function checkBatches(a: Tensor, b: Tensor): void {
  if (a.ndim !== 3 || b.ndim !== 3 || a.sizes[2] === b.sizes[1]) return;
  const shapes = [a, b].map(({ sizes }) => `${sizes[1]}x${sizes[2]}`).join(' and ');
  throw new RuntimeError(`Incompatible matrix sizes for bmm (${shapes})`);
}

/** Defines beta * self + alpha * product(a, b), with its in-place form. */
function addProduct(
  name: string,
  first: string,
  second: string,
  product: (a: Tensor, b: Tensor) => Tensor,
  grads: [string, string],
  doc: string,
  example: string,
): void {
  const schema: string = `self: Tensor, ${first}: Tensor, ${second}: Tensor, *, beta: Scalar = 1, alpha: Scalar = 1`;
  const compute = (args: Bound, inplace: boolean): Tensor => {
    const { self, beta, alpha } = args as { self: Tensor; beta: Scalar; alpha: Scalar };
    const [a, b] = [args[first], args[second]] as [Tensor, Tensor];
    if (name === 'addmm') {
      checkDtypes('self', self, second, b);
      checkDtypes(first, a, second, b);
    }
    if (name === 'addr' && inplace) checkOuter(self, a, b);
    if (name === 'addbmm') checkBatches(a, b);
    const result = scaled(product(a, b), alpha);
    // What is added must broadcast to the product, never the other way round.
    const added = result.ndim > 1 ? self.expand(result.sizes as number[]) : self;
    return beta === 0 ? result : result.add_(scaled(added, beta));
  };
  const grad = { self: 'grad * beta', [first]: `${grads[0]} * alpha`, [second]: `${grads[1]} * alpha` };
  defineOperator({
    name,
    schema,
    doc,
    example,
    grad,
    forward: (args) => compute(args, false),
  });
  defineOperator({
    name: `${name}_`,
    schema,
    doc: `In-place form of \`${name}\`.`,
    as: placeOfInplace(`${name}_`),
    mutates: true,
    gradName: `${name[0].toUpperCase()}${name.slice(1)}Backward0`,
    grad,
    forward: (args) => (args.self as Tensor).copy_(compute(args, true)),
  });
}

addProduct(
  'addmm',
  'mat1',
  'mat2',
  (a, b) => a.mm(b),
  ['matmul(grad, t(mat2))', 'matmul(t(mat1), grad)'],
  'beta times this tensor plus alpha times the product of two matrices.',
  'torch.zeros(2, 2).addmm(torch.ones(2, 3), torch.ones(3, 2))',
);
addProduct(
  'addmv',
  'mat',
  'vec',
  (a, b) => a.mv(b),
  ['outer(grad, vec)', 'mv(t(mat), grad)'],
  'beta times this vector plus alpha times a matrix times a vector.',
  'torch.zeros(2).addmv(torch.ones(2, 3), torch.ones(3))',
);
addProduct(
  'addr',
  'vec1',
  'vec2',
  (a, b) => a.outer(b),
  ['mv(grad, vec2)', 'mv(t(grad), vec1)'],
  'beta times this matrix plus alpha times the outer product of two vectors.',
  'torch.zeros(2, 2).addr(torch.tensor([1.5, 2]), torch.tensor([1, 0.5]))',
);
addProduct(
  'baddbmm',
  'batch1',
  'batch2',
  (a, b) => a.bmm(b),
  ['bmm(grad, transpose(batch2, 1, 2))', 'bmm(transpose(batch1, 1, 2), grad)'],
  'beta times this batch plus alpha times the products of two batches of matrices.',
  'torch.zeros(1, 2, 2).baddbmm(torch.ones(1, 2, 3), torch.ones(1, 3, 2))',
);
addProduct(
  'addbmm',
  'batch1',
  'batch2',
  (a, b) => a.bmm(b).sum(0),
  [
    'bmm(_expand_batch(grad, batch2), transpose(batch2, 1, 2))',
    'bmm(transpose(batch1, 1, 2), _expand_batch(grad, batch1))',
  ],
  'beta times this matrix plus alpha times the sum of the products of two batches.',
  'torch.zeros(2, 2).addbmm(torch.ones(2, 2, 3), torch.ones(2, 3, 2))',
);

defineOperator({
  name: '_expand_batch',
  schema: 'self: Tensor, like: Tensor',
  doc: 'A matrix repeated for each matrix of a batch: for the gradient of addbmm.',
  as: 'function',
  forward: ({ self, like }) => self.unsqueeze(0).expand(like.sizes[0], -1, -1),
});

defineOperator({
  name: 'vdot',
  schema: 'self: Tensor, other: Tensor',
  doc: 'The dot product of two vectors.',
  example: 'torch.tensor([1, 2]).vdot(torch.tensor([3, 4]))',
  forward: ({ self, other }) => self.dot(other),
});
defineAlias('ger', 'outer');

defineOperator({
  name: 'inner',
  schema: 'self: Tensor, other: Tensor',
  doc: 'Sums of products over the last dimensions of both.',
  example: 'torch.tensor([[1, 2], [3, 4]]).inner(torch.tensor([1, 1]))',
  forward({ self, other }) {
    if (self.ndim === 0 || other.ndim === 0) return self.mul(other);
    if (self.sizes[self.ndim - 1] !== other.sizes[other.ndim - 1]) {
      throw new RuntimeError(
        `inner() the last dimension must match on both input tensors but got shapes ${shapeText(self.sizes)} and ${shapeText(other.sizes)}`,
      );
    }
    return operatorNamed('tensordot').call(self, other, [[-1], [-1]]);
  },
});

/** The last dimensions of one tensor and the first of another. */
function innerDims(self: Tensor, other: Tensor, count: number): [number[], number[]] {
  if (count < 0) throw new RuntimeError(`tensordot expects dims >= 0, but got dims=${count}`);
  if (count > Math.min(self.ndim, other.ndim)) {
    throw new RuntimeError(`tensordot expects dims < ndim_a or ndim_b, but got dims=${count}`);
  }
  const places = Array.from({ length: count }, (_, k) => k);
  return [places.map((k) => k - count), places];
}

defineOperator({
  name: 'tensordot',
  schema: 'self: Tensor, other: Tensor, dims: any = 2',
  doc: 'Sums of products over so many last and first dimensions, or over two lists of dimensions.',
  example: 'torch.tensordot(torch.ones(2, 3), torch.ones(3, 4), 1)',
  as: 'function',
  forward({ self, other, dims }) {
    const [givenA, givenB] = typeof dims === 'number' ? innerDims(self, other, dims) : (dims as number[][]);
    if (givenA.length !== givenB.length)
      throw new RuntimeError('both dimension lists should have same length');
    if (self.dtype !== other.dtype) throw new RuntimeError('both inputs should have same dtype');
    const a = givenA.map((dim) => wrapDim(dim, self.ndim));
    const b = givenB.map((dim) => wrapDim(dim, other.ndim));
    a.forEach((dim, k) => {
      if (self.sizes[dim] !== other.sizes[b[k]]) {
        throw new RuntimeError(
          `contracted dimensions need to match, but first has size ${self.sizes[dim]} in dim ${givenA[k]} and second has size ${other.sizes[b[k]]} in dim ${givenB[k]}`,
        );
      }
    });
    const outA = self.sizes.map((_, dim) => dim).filter((dim) => !a.includes(dim));
    const outB = other.sizes.map((_, dim) => dim).filter((dim) => !b.includes(dim));
    const count = a.reduce((product, dim) => product * self.sizes[dim], 1);
    const left = self.permute([...outA, ...a]).reshape(-1, count);
    const right = other.permute([...b, ...outB]).reshape(count, -1);
    return left
      .mm(right)
      .reshape([...outA.map((dim) => self.sizes[dim]), ...outB.map((dim) => other.sizes[dim])]);
  },
});

// ── einsum ───────────────────────────────────────────────────────────────────────────────────────────────────

/** The labels of an operand or of the output, `.` standing for each dimension that an ellipsis covers. */
function readLabels(text: string, ndim: number, operand: number): string[] {
  const [before, after] = text.split('...');
  const named = [...(before ?? ''), ...(after ?? '')];
  for (const label of named) {
    if (!/[a-zA-Z]/.test(label)) {
      throw new RuntimeError(
        `einsum(): invalid subscript given at index ${text.indexOf(label)} in the equation string, subscripts must be in [a-zA-Z]`,
      );
    }
  }
  const covered = text.includes('...') ? ndim - named.length : 0;
  if (covered < 0 || (!text.includes('...') && named.length !== ndim)) {
    throw new RuntimeError(
      `einsum(): the number of subscripts in the equation (${named.length}) ${text.includes('...') ? 'is more than' : 'does not match'} the number of dimensions (${ndim}) for operand ${operand}${text.includes('...') ? '' : ' and no ellipsis was given'}`,
    );
  }
  const dots = Array.from({ length: covered }, (_, k) => `.${covered - k}`);
  return text.includes('...') ? [...before, ...dots, ...after] : named;
}

/** An operand with one dimension a label: diagonals for repeated ones, size 1 for those it does not have. */
function alignOperand(operand: Tensor, labels: readonly string[], order: readonly string[]): Tensor {
  let tensor = operand;
  const own = [...labels];
  for (let k = own.length - 1; k >= 0; k--) {
    const first = own.indexOf(own[k]);
    if (first === k) continue;
    if (tensor.sizes[first] !== tensor.sizes[k]) {
      throw new RuntimeError(
        `einsum(): subscript ${own[k]} is repeated for operand 0 but the sizes don't match, ${tensor.sizes[k]} != ${tensor.sizes[first]}`,
      );
    }
    const [label] = own.splice(k, 1);
    own.splice(first, 1);
    tensor = tensor.diagonal(0, first, k);
    own.push(label);
  }
  const present = order.filter((label) => own.includes(label));
  tensor = tensor.permute(present.map((label) => own.indexOf(label)));
  order.forEach((label, position) => {
    if (!own.includes(label)) tensor = tensor.unsqueeze(position);
  });
  return tensor;
}

/** Labels of an output that was not written: those that appear once, in alphabetical order, after the ellipsis. */
function implicitOutput(inputs: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const label of inputs.flat()) counts.set(label, (counts.get(label) ?? 0) + 1);
  const dots = [...counts.keys()]
    .filter((label) => label.startsWith('.'))
    .sort()
    .reverse();
  const letters = [...counts]
    .filter(([label, count]) => count === 1 && !label.startsWith('.'))
    .map(([label]) => label);
  return [...dots, ...letters.sort()];
}

/** Sums over the labels that only this operand has and nobody needs any more. */
function sumAlone(own: Tensor, other: Tensor, order: readonly string[], kept: ReadonlySet<string>): Tensor {
  const alone = [...order.keys()].filter(
    (dim) => !kept.has(order[dim]) && own.sizes[dim] !== 1 && other.sizes[dim] === 1,
  );
  return alone.length > 0 ? own.sum(alone, true) : own;
}

/** Multiplies two aligned operands, summing over the labels that are not needed any more, as one batched product. */
function contract(
  first: Tensor,
  second: Tensor,
  order: readonly string[],
  kept: ReadonlySet<string>,
  isPair: boolean,
): Tensor {
  const dims = order.map((_, dim) => dim);
  const a = sumAlone(first, second, order, kept);
  const b = sumAlone(second, first, order, kept);
  const summed = dims.filter((dim) => !kept.has(order[dim]) && a.sizes[dim] !== 1 && b.sizes[dim] !== 1);
  const batch = dims.filter((dim) => !summed.includes(dim) && a.sizes[dim] !== 1 && b.sizes[dim] !== 1);
  const onlyA = dims.filter((dim) => !summed.includes(dim) && !batch.includes(dim) && b.sizes[dim] === 1);
  const onlyB = dims.filter((dim) => !summed.includes(dim) && !batch.includes(dim) && b.sizes[dim] !== 1);
  if (summed.length === 0) return a.mul(b);
  // Of two operands the one whose labels the output has first comes first, so that the product lies as it is read.
  if (isPair && onlyA.length * onlyB.length > 0 && Math.max(...onlyB) < Math.min(...onlyA)) {
    return contract(b, a, order, kept, false);
  }
  const sizeOf = (tensor: Tensor, list: readonly number[]): number =>
    list.reduce((product, dim) => product * tensor.sizes[dim], 1);
  const left = a
    .permute([...batch, ...onlyA, ...summed, ...onlyB])
    .reshape(sizeOf(a, batch), sizeOf(a, onlyA), sizeOf(a, summed));
  const right = b
    .permute([...batch, ...summed, ...onlyB, ...onlyA])
    .reshape(sizeOf(b, batch), sizeOf(b, summed), sizeOf(b, onlyB));
  const product = left.bmm(right);
  const laid = [...batch, ...onlyA, ...onlyB, ...summed];
  const spread = product.reshape([
    ...batch.map((dim) => a.sizes[dim]),
    ...onlyA.map((dim) => a.sizes[dim]),
    ...onlyB.map((dim) => b.sizes[dim]),
    ...summed.map(() => 1),
  ]);
  return spread.permute(dims.map((dim) => laid.indexOf(dim)));
}

defineOperator({
  name: 'einsum',
  schema: 'equation: str, operands: any...',
  doc: 'Sums of products written as an index formula: `ij,jk->ik` is the matrix product.',
  example: "torch.einsum('ij->ji', torch.arange(6).view(2, 3))",
  as: 'function',
  forward({ equation, operands }) {
    const list: Tensor[] = Array.isArray(operands[0]) ? operands[0] : operands;
    const [inputText, outputText] = equation.replaceAll(' ', '').split('->');
    const texts = inputText.split(',');
    if (list.length === 0) throw new RuntimeError('einsum(): must provide at least one operand');
    if (texts.length !== list.length) {
      const which = texts.length < list.length ? 'fewer' : 'more';
      throw new RuntimeError(
        which === 'fewer'
          ? 'einsum(): more operands were provided than specified in the equation'
          : 'einsum(): fewer operands were provided than specified in the equation',
      );
    }
    const inputs = list.map((operand, k) => readLabels(texts[k], operand.ndim, k));
    const dots = [...new Set(inputs.flat())]
      .filter((label) => label.startsWith('.'))
      .sort()
      .reverse();
    const output =
      outputText === undefined ? implicitOutput(inputs) : outputLabels(outputText, dots, inputs.flat());
    const order = [...output, ...[...new Set(inputs.flat())].filter((label) => !output.includes(label))];
    const aligned = list.map((operand, k) => alignOperand(operand, inputs[k], order));
    checkSizes(aligned, order);
    const kept = new Set(output);
    let result = aligned[0];
    for (let k = 1; k < aligned.length; k++) {
      const later = new Set([...kept, ...inputs.slice(k + 1).flat()]);
      result = contract(result, aligned[k], order, later, aligned.length === 2);
    }
    const left = [...order.keys()].slice(output.length);
    if (left.length === 0) return result;
    return list.length > 1 ? result.view(result.sizes.slice(0, output.length)) : result.sum(left);
  },
});

function outputLabels(text: string, dots: readonly string[], known: readonly string[]): string[] {
  const [before, after] = text.split('...');
  const output = text.includes('...') ? [...before, ...dots, ...after] : [...text];
  output.forEach((label, position) => {
    if (!known.includes(label)) {
      throw new RuntimeError(
        `einsum(): output subscript ${label} does not appear in the equation for any input operand`,
      );
    }
    if (output.indexOf(label) !== position) {
      throw new RuntimeError(`einsum(): output subscript ${label} appears more than once in the output`);
    }
  });
  return output;
}

function checkSizes(aligned: readonly Tensor[], order: readonly string[]): void {
  order.forEach((label, dim) => {
    const sizes = new Set(aligned.map((tensor) => tensor.sizes[dim]).filter((size) => size !== 1));
    if (sizes.size > 1) {
      const at = aligned.findIndex(
        (tensor) => tensor.sizes[dim] !== 1 && tensor.sizes[dim] !== [...sizes][0],
      );
      throw new RuntimeError(
        `einsum(): subscript ${label} has size ${aligned[at].sizes[dim]} for operand ${at} which does not broadcast with previously seen size ${[...sizes][0]}`,
      );
    }
  });
}
