/**
 * Random programs of operators, views and in-place writes: what the tests run on the cpu, on the GPU with all work
 * put off, and on the GPU with every result computed at once. The three must agree.
 */

import * as torch from '../../index.ts';

/** One step: which operation, which tensors it takes, and a number it may use. All are taken modulo what there is. */
export interface Step {
  readonly operation: number;
  readonly first: number;
  readonly second: number;
  readonly number: number;
}

type Tensor = torch.Tensor;
type Operation = (a: Tensor, b: Tensor, n: number) => Tensor;

const dimOf = (a: Tensor, n: number): number => (a.ndim === 0 ? 0 : n % a.ndim);
const float = (a: Tensor): Tensor => (a.dtype.is_floating_point ? a : a.float());

/** Rounded, so that the last bits of a sum do not decide on a cast to integers. */
const whole = (a: Tensor): Tensor => (a.dtype.is_floating_point ? a.add(0.3).round() : a);

const pointwise: Operation[] = [
  (a, b) => a.add(b),
  (a, b) => a.sub(b.mul(0.5)),
  (a, b) => a.mul(b),
  (a) => a.neg(),
  (a, _b, n) => a.add(n),
  (a) => float(a).tanh(),
  (a) => a.abs(),
  (a) => a.relu(),
  (a, b) => a.maximum(b),
  (a, b) => torch.where(a.gt(b), a, b) as Tensor,
  (a, _b, n) => a.clamp(-n, n),
  (a) => whole(a).to(torch.int64),
  (a) => whole(a).to(torch.int32),
  (a) => float(a),
  (a) => whole(a).to(torch.uint8),
  (a) => whole(a).to(torch.int16),
  (a) => whole(a).to(torch.int8),
  (a) => whole(a).to(torch.float16),
  (a, b) => a.eq(b),
  (a, b) => a.gt(0).logical_and(b.lt(2)),
  (a, b) => a.masked_fill(b.gt(1), 3),
];

const views: Operation[] = [
  (a) => a.t(),
  (a) => a.view(-1),
  (a, _b, n) => a.select(0, n % a.sizes[0]),
  (a, _b, n) => a.unsqueeze(n % (a.ndim + 1)),
  (a, _b, n) => a.narrow(dimOf(a, n), 0, 1 + (n % a.sizes[dimOf(a, n)])),
  (a, _b, n) => a.slice(dimOf(a, n), n % 2, null, 2),
  (a, _b, n) => a.transpose(0, dimOf(a, n)),
  (a) => a.expand(2, ...a.sizes),
  (a) => a.detach(),
];

const writes: Operation[] = [
  (a, b) => a.add_(b),
  (a, _b, n) => a.mul_(n % 3),
  (a, _b, n) => a.fill_(n),
  (a) => a.zero_(),
  (a, b) => a.copy_(b),
  (a, b) => a.masked_fill_(b.gt(0), 7),
  (a, _b, n) => a.index_put_([[n % a.sizes[0], 0]], n),
  (a) => a.neg_(),
  (a, b) => a.select(0, 0).add_(b),
  (a, b) => a.t().sub_(b),
  (a) => a.view(-1).mul_(2),
  (a, _b, n) => a.narrow(dimOf(a, n), 0, 1).clamp_(-2, 2),
  (a, b) => a.view(-1).slice(0, 1, null, 2).add_(b.view(-1).select(0, 0)),
  (a, b, n) => a.index_put_([[n % a.sizes[0]]], b.select(0, 0)),
];

const others: Operation[] = [
  (a, _b, n) => a.sum(dimOf(a, n)),
  (a, _b, n) => a.amax(dimOf(a, n), true),
  (a, _b, n) => a.cumsum(dimOf(a, n)),
  (a, _b, n) => a.sort(dimOf(a, n))[0],
  (a, _b, n) => a.index([n % a.sizes[0], 0, n % a.sizes[0]]),
  (a, _b, n) => a.flip(dimOf(a, n)),
  (a) => a.clone(),
  (a) => a.contiguous(),
  (a, b) => float(a).mm(float(b)),
  (a, b) => torch.cat([a, b], 0) as Tensor,
  (a) => float(a).softmax(-1),
  (a, _b, n) => a.argmax(dimOf(a, n)),
  (a, _b, n) => float(a).mean(dimOf(a, n), true),
  (a, _b, n) => a.gather(dimOf(a, n), a.argsort(dimOf(a, n))),
  (a, _b, n) => a.index_select(0, torch.tensor([n % a.sizes[0], 0], { device: a.device })),
  (a, _b, n) => torch.zeros_like(a).scatter_add(dimOf(a, n), a.argsort(dimOf(a, n)), a),
  (a, b) => torch.stack([a, b]) as Tensor,
];

const operations = [...pointwise, ...views, ...writes, ...others];
/** Rows of three, or rows of which kernels compute four elements at a time. */
const narrow: readonly (readonly number[])[] = [[2, 3], [3, 2], [3], [2, 1]];
const wide: readonly (readonly number[])[] = [[4, 8], [8, 4], [8], [4, 1]];

/** The first tensors of a program: small whole numbers, which all devices calculate with exactly. */
function firstTensors(device: string, isWide: boolean, requires_grad: boolean): Tensor[] {
  return (isWide ? wide : narrow).map((sizes, k) => {
    const count = sizes.reduce((product, size) => product * size, 1);
    const numbers = Array.from({ length: count }, (_, i) => ((i * 7 + k * 3) % 9) - 4);
    return torch
      .tensor(numbers, { dtype: torch.float32, device })
      .view([...sizes])
      .requires_grad_(requires_grad);
  });
}

export interface RunOptions {
  /** Awaited after each step. */
  readonly after?: (tensors: readonly Tensor[]) => Promise<void>;
  /** Whether the first tensors have rows of a multiple of four. */
  readonly isWide?: boolean;
  /** Whether the first tensors require grad, and theirs is asked for at the end. */
  readonly withGrad?: boolean;
}

/** A program's tensors at its end, with the gradients of its first ones, and the errors of its steps. */
export async function run(
  program: readonly Step[],
  device: string,
  { after = async () => {}, isWide = false, withGrad = false }: RunOptions = {},
): Promise<unknown[]> {
  const tensors = firstTensors(device, isWide, withGrad);
  const errors: string[] = [];
  for (const { operation, first, second, number } of program) {
    try {
      const [a, b] = [tensors[first % tensors.length], tensors[second % tensors.length]];
      const result = operations[operation % operations.length](a, b, number);
      // Programs stay small: what grows is not kept.
      if (result.numel() <= (isWide ? 256 : 64)) tensors.push(result);
    } catch (error) {
      errors.push((error as Error).message.replaceAll('webgpu:0', 'cpu'));
    }
    await after(tensors);
  }
  try {
    const sums = tensors.filter((tensor) => tensor.requires_grad).map((tensor) => tensor.sum());
    if (sums.length > 0) sums.reduce((total, sum) => total.add(sum)).backward();
  } catch (error) {
    errors.push((error as Error).message.replaceAll('torch.webgpu.', 'torch.'));
  }
  const grads = tensors.filter((tensor) => tensor.is_leaf && tensor.grad).map((leaf) => leaf.grad as Tensor);
  const described = await Promise.all(
    [...tensors, ...grads].map(async (tensor) => ({
      dtype: tensor.dtype.name,
      sizes: tensor.sizes,
      strides: tensor.strides,
      values: await tensor.detach().reshape(-1).tolist(),
    })),
  );
  return [...described, errors];
}

/** Computes all that was put off. */
export async function readAll(tensors: readonly Tensor[]): Promise<void> {
  await Promise.all(tensors.map((tensor) => tensor.cpu()));
}

/** Where two results differ, in words; null where they do not. Floats may differ in their last bits. */
export function differenceOf(a: unknown, b: unknown, path = 'result'): string | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const close = Object.is(a, b) || a === b || Math.abs(a - b) <= 1e-5 * Math.max(Math.abs(a), 1);
    return close ? null : `${path}: ${a} and ${b}`;
  }
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) {
    return a === b ? null : `${path}: ${String(a)} and ${String(b)}`;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const inner = differenceOf(a[key as never], b[key as never], `${path}.${key}`);
    if (inner) return inner;
  }
  return null;
}
