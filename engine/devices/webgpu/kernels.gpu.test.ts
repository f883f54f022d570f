/** Kernels with several ways through them give what the cpu gives: rows short and long, all types, all layouts. */

import * as torch from 'torch';
import { beforeAll, describe, expect, test } from 'vitest';
import { differenceOf } from './programs.ts';

type Tensor = torch.Tensor;
type Results = Tensor | readonly Tensor[];

beforeAll(() => torch.webgpu.init());

async function plain(results: Results | Promise<Results>): Promise<unknown> {
  const awaited = await results;
  const list = awaited instanceof torch.Tensor ? [awaited] : [...awaited];
  return Promise.all(list.map(async (tensor) => [tensor.dtype.name, tensor.sizes, await tensor.tolist()]));
}

/** Holds a function of tensors against itself on the other device. */
async function agree(
  body: (...tensors: Tensor[]) => Results | Promise<Results>,
  ...tensors: Tensor[]
): Promise<void> {
  const expected = await plain(body(...tensors));
  const got = await plain(body(...tensors.map((tensor) => tensor.webgpu())));
  expect(differenceOf(expected, got)).toBeNull();
}

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

function samples(): Record<string, Tensor> {
  torch.manual_seed(0);
  return {
    floats: torch.randn(3, 70, 5),
    transposed: torch.randn(6, 40).t(),
    'with nan': torch.tensor([
      [1, nan, 3, 2],
      [nan, nan, 1, 0],
      [0, -0, 5, 5],
      [inf, -inf, nan, 2],
    ]),
    int64: torch.tensor([9007199254740993n, -9007199254740993n, 5n, 9007199254740992n]),
    int8: torch.randint(-100, 100, [7, 9]).to(torch.int8),
    uint8: torch.randint(0, 255, [7, 9]).to(torch.uint8),
    float16: torch.randn(4, 4).half(),
    long: torch.randint(-9, 9, [2, 9000]),
  };
}

describe.each(Object.entries(samples()))('along a dimension of %s', (name, x) => {
  const dim = name === 'long' ? -1 : 0;
  test('extremes', () => agree((t) => [t.argmax(dim), t.argmin(dim), ...t.max(dim), ...t.min(dim)], x));
  test('sort', () => agree((t) => [...t.sort(dim), ...t.sort(dim, true)], x));
  test('running', () => agree((t) => [t.cumsum(dim), ...t.cummax(dim), ...t.cummin(dim)], x));
  test('ranks', () =>
    agree((t) => [t.topk(3, dim)[0], t.kthvalue(2, dim)[0], t.median(dim)[0], t.nanmedian(dim)[0]], x));
});

const types = [torch.float32, torch.float16, torch.int64, torch.int32, torch.int8, torch.uint8, torch.bool];

describe.each(types.map((dtype) => [String(dtype), dtype] as const))('writes of %s that meet', (_, dtype) => {
  torch.manual_seed(1);
  const source = torch.randint(-3, 4, [100, 3]).to(dtype);
  const base = torch.ones(5, 3).to(dtype);
  const index = torch.randint(0, 5, [100, 3]);
  test.each(['sum', 'prod', 'amax', 'amin'])('scatter_reduce %s', async (reduce) => {
    await agree((b, i, s) => b.scatter_reduce(0, i, s, reduce), base, index, source);
    await agree((b, i, s) => b.scatter_reduce(0, i, s, reduce), base, index.narrow(0, 0, 9), source);
  });
  test('index_add', () => agree((b, i, s) => b.index_add(0, i, s), base, index.select(1, 0), source));
  test('index_put, accumulating', () =>
    agree((b, i, s) => b.clone().index_put_([i], s, true), base, index.select(1, 0), source));
  test('from its own memory', () =>
    agree(
      (b) => {
        const copy = b.clone();
        copy.index_put_([[0, 1]], copy.index('2:4'));
        return copy;
      },
      source.narrow(0, 0, 5),
    ));
});

test('sums of int64 carry into the high word', () =>
  agree(
    (t, i) => t.new_zeros([2]).scatter_add(0, i, t),
    torch.tensor([2n ** 32n - 1n, 1n, 2n ** 62n, -5n]).repeat(30),
    torch.zeros(120, { dtype: torch.int64 }),
  ));

describe('sizes that depend on data', () => {
  const x = torch.tensor([
    [3, 0, -2],
    [0, 3, 0],
  ]);
  test('nonzero', () => agree((t) => t.nonzero(), x));
  test('masked_select', () => agree((t) => t.masked_select(t.gt(0)), x));
  test('unique', () => agree((t) => t.unique(true, true, true), x));
  test('unique along a dimension', () => agree((t) => t.unique(true, true, true, 0), x.repeat(2, 1)));
  test('bincount', () => agree((t) => t.bincount(), torch.tensor([0, 3, 3, 9])));
  test('histc', () => agree((t) => t.histc(5), torch.randn(50)));
  test('a device mask is refused with the way out', () => {
    const y = x.webgpu();
    expect(() => y.index(y.gt(0))).toThrow(/torch\.where.*torch\.nonzero/);
  });
  test('one value is written by a device mask', () => agree((t) => t.clone().index_put_([t.gt(0)], 9), x));
});

test('long sums with several kept dimensions', () =>
  agree((t) => [t.sum(0), t.permute(0, 2, 1).sum(0), t.sum([0, 2])], torch.arange(3600).view(600, 2, 3)));

describe('factorizations of matrices larger than a workgroup, in batches', () => {
  torch.manual_seed(3);
  const a = torch.randn(2, 70, 70).add(torch.eye(70).mul(20));
  const tall = torch.randn(2, 80, 66);
  const b = torch.randn(2, 70, 3);
  test('inverse, solution, sign and size of the determinant', () =>
    agree((t, r) => [t.inverse(), torch.linalg.solve(t, r), ...torch.linalg.slogdet(t)], a, b));
  test('LU', () => agree((t) => [...torch.linalg.lu(t.mT), ...torch.linalg.lu_factor(t)], a));
  test('Cholesky', () =>
    agree((t) => {
      const square = t.matmul(t.mT).div(100);
      return [torch.linalg.cholesky(square), torch.linalg.cholesky(square, { upper: true })];
    }, a));
  test('QR', () =>
    agree((t) => [...torch.linalg.qr(t), ...torch.linalg.qr(t.mT)].map((part) => part.div(10)), tall));
  test('a singular matrix is told at the next read, in the words of the cpu', async () => {
    const singular = torch.stack([torch.eye(3), torch.ones(3, 3)]).webgpu();
    await expect(torch.linalg.inv(singular).cpu()).rejects.toThrow(
      'linalg.inv: (Batch element 1): The diagonal element 2 is zero',
    );
  });
});

test('functions at their edges', () => {
  const x = torch.tensor([0, -0, 1, -1, 0.3, -0.3, 20, -20, 1e-4, 1e4, inf, -inf, nan], {
    dtype: torch.float32,
  });
  const names = [
    'exp', 'expm1', 'exp2', 'log', 'log2', 'log10', 'log1p', 'sqrt', 'rsqrt', 'sin', 'cos', 'tan', 'asin', 'acos',
    'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh', 'sigmoid', 'erf', 'erfc', 'erfinv', 'digamma', 'sign',
    'reciprocal', 'floor', 'ceil', 'round', 'trunc', 'frac',
  ] as const; // biome-ignore format: a table
  return agree((t) => names.map((name) => t[name]()), x);
});

test('an index on another device is refused in words', () => {
  const x = torch.ones(3, { device: 'webgpu' });
  expect(() => x.gather(0, torch.tensor([0]))).toThrow(
    'Expected all tensors to be on the same device, but found at least two devices, webgpu:0 and cpu!',
  );
});

test('division keeps to whole quotients', () =>
  agree(
    (a, b) => [a.floor_divide(b), a.remainder(b), a.fmod(b), a.div(b, { rounding_mode: 'trunc' })],
    torch.tensor([6, -6, 7, -7, 1e6, 0.3, -0.3, 5]),
    torch.tensor([3, 3, -2, 2, 0.1, 0.1, 0.1, inf]),
  ));

test('a copy on the cpu has the strides that PyTorch gives it', async () => {
  const x = torch.arange(12).reshape(3, 4).t();
  const y = x.webgpu();
  expect([...y.stride()]).toEqual([1, 4]);
  expect([...(await y.cpu()).stride()]).toEqual([1, 4]);
  const column = await y.select(1, 2).cpu();
  expect([column.storage_offset(), ...column.stride()]).toEqual([0, 1]);
  expect(await column.tolist()).toEqual([8, 9, 10, 11]);
});

describe('convolution and its gradients', () => {
  const F = torch.nn.functional;
  // Batch, channels, height, width; filters, kernel height and width; stride, padding, dilation, groups.
  test.each([
    [2, 3, 8, 9, 5, 3, 3, 1, 1, 1, 1],
    [1, 4, 7, 11, 6, 2, 3, 2, 0, 1, 2],
    [3, 2, 12, 10, 40, 3, 3, 2, 2, 2, 1],
    [8, 6, 5, 5, 6, 3, 3, 1, 1, 1, 6],
    [2, 3, 9, 9, 4, 5, 5, 3, 2, 1, 1],
  ])(
    'of %d×%d×%d×%d by %d filters of %d×%d, stride %d, padding %d, dilation %d, groups %d',
    (n, c, h, w, o, kh, kw, stride, padding, dilation, groups) => {
      torch.manual_seed(0);
      return agree(
        (...given) => {
          const [x, filters, bias] = given.map((t) => t.clone().requires_grad_());
          const y = F.conv2d(x, filters, bias, stride, padding, dilation, groups);
          const [gx, gf] = torch.autograd.grad(y.mul(y.detach().sin()).sum(), [x, filters], {
            create_graph: true,
          }) as Tensor[];
          const second = torch.autograd.grad(gx.square().mean().add(gf.square().mean()), [x, filters]);
          return [y, gx, gf.div(10), ...(second as Tensor[]).map((t) => t.div(100))].map((t) => t.detach());
        },
        torch.randn(n, c, h, w),
        torch.randn(o, c / groups, kh, kw),
        torch.randn(o),
      );
    },
  );
});

describe('max_pool2d and its gradients', () => {
  // Height and width of the image; kernel, stride, padding, dilation.
  test.each([
    [8, 9, 2, 2, 0, 1],
    [7, 11, 3, 2, 1, 1],
    [12, 10, 3, 1, 1, 2],
    [9, 9, 2, 3, 1, 1],
    [20, 20, 9, 4, 2, 1],
  ])('of %d×%d by %d, stride %d, padding %d, dilation %d', (h, w, kernel, stride, padding, dilation) => {
    torch.manual_seed(0);
    return agree(
      (given) => {
        const x = given.clone().requires_grad_();
        const y = torch.max_pool2d(x, kernel, stride, padding, dilation) as Tensor;
        const [first] = torch.autograd.grad(y.square().sum(), [x], { create_graph: true }) as Tensor[];
        const [second] = torch.autograd.grad(first.mul(first.detach().sin()).sum(), [x]) as Tensor[];
        return [y, first, second].map((t) => t.detach());
      },
      torch.randn(2, 3, h, w),
    );
  });
});
