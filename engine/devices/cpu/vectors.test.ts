/** Large float32 work, which goes through WebAssembly and is put off, against float64 work, which does neither. */

import fc from 'fast-check';
import * as torch from 'torch';
import { beforeAll, expect, test, vi } from 'vitest';

type Program = (...inputs: torch.Tensor[]) => torch.Tensor;

/** The largest difference between the program on float32 and on float64, in units of the largest result. */
function error(program: Program, ...inputs: torch.Tensor[]): number {
  const single = program(...inputs.map((input) => input.clone())).toTypedArray() as Float32Array;
  const double = program(...inputs.map((input) => input.double())).toTypedArray() as Float64Array;
  expect(single.length).toBe(double.length);
  const scale = double.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-30);
  return double.reduce((most, value, k) => Math.max(most, Math.abs(value - single[k]) / scale), 0);
}

const random = (...sizes: number[]): torch.Tensor => torch.randn(sizes);

beforeAll(() => void torch.manual_seed(1));

const pointwise: Record<string, Program> = {
  exp: (x) => x.exp(),
  sigmoid: (x) => x.mul(3).sigmoid(),
  relu: (x) => x.mul(2).relu().add(1),
  rounding: (x) => x.floor().add(x.ceil()).add(x.trunc()),
  clamp: (x) => x.clamp(-0.5, 0.5),
  extremes: (x) => torch.maximum(x, x.neg()).minimum(x.mul(x)),
  rows: (x) => x.sub(x.index(0)).mul(x.index(':', '0:1')),
  numbers: (x) => x.mul(x.index(0, 0)).add(0.25),
  transposed: (x) => x.t().add(x.t().exp()).t(),
  'transposed alone': (x) => x.t().mul(2).exp(),
  'transposed and plain': (x) => x.add(x.t().contiguous().t().mul(x)),
  'a copy of the transposed': (x) => x.t().contiguous().view(97, 101),
  'a part of the transposed': (x) => x.index('3:90', '1:90').t().add(x.index('5:94', ':87')),
  'every second': (x) => x.index('::2').add(x.index('::2', '0:1')).mul(x.index('1:50')),
  'permuted batches': (x) => x.index(':', ':100').reshape(97, 10, 10).permute(0, 2, 1).add(1),
  'in place, across': (x) => x.clone().t().mul_(x.t().exp()),
  'in place, a part': (x) => {
    const y = x.clone();
    y.view(-1).index('5:9000').add_(1).mul_(x.view(-1).index('6:9001'));
    return y;
  },
  'a chain of 40': (x) => Array.from({ length: 40 }).reduce<torch.Tensor>((z) => z.add(x).mul(0.5), x),
  doubling: (x) => Array.from({ length: 14 }).reduce<torch.Tensor>((z) => z.add(z), x),
};

test.each(Object.entries(pointwise))('pointwise: %s', (_, program) => {
  expect(error(program, random(97, 101))).toBeLessThan(1e-6);
});

const products: Record<string, [number[], number[], Program]> = {
  plain: [[65, 70], [70, 33], (a, b) => a.matmul(b)],
  transposed: [[300, 65], [33, 300], (a, b) => a.t().matmul(b.t())],
  batched: [[3, 65, 270], [3, 270, 33], (a, b) => a.matmul(b)],
  'of slices': [[200, 200], [200, 300], (a, b) => a.index(':50', ':60').matmul(b.index('3:63', '5:45'))],
  'expanded along rows': [[64, 1], [70, 40], (a, b) => a.expand(64, 70).matmul(b)],
  'expanded along columns': [[64, 70], [70, 1], (a, b) => a.matmul(b.expand(70, 40))],
  'expanded both': [[1, 1], [1, 1], (a, b) => a.expand(64, 70).matmul(b.expand(70, 40))],
  'of large parts': [[530, 40], [40, 1030], (a, b) => a.matmul(b)],
  expanded: [[1, 64], [64, 64], (a, b) => a.expand(64, 64).matmul(b)],
};

test.each(Object.entries(products))('product: %s', (_, [left, right, program]) => {
  expect(error(program, random(...left), random(...right))).toBeLessThan(2e-6);
});

const convolutions: Record<string, [number[], number[], Record<string, unknown>]> = {
  plain: [[2, 5, 19, 23], [7, 5, 3, 3], {}],
  padded: [[2, 3, 17, 18], [6, 3, 5, 4], { padding: [2, 1] }],
  'padded beyond the image': [[1, 4, 9, 6], [8, 4, 3, 3], { padding: 5 }],
  strided: [[3, 4, 21, 30], [6, 4, 3, 3], { stride: [2, 3], padding: 1 }],
  dilated: [[2, 4, 24, 25], [5, 4, 3, 3], { dilation: [2, 3], padding: 2 }],
  grouped: [[2, 6, 20, 22], [8, 3, 3, 3], { groups: 2, padding: 1 }],
};

test.each(Object.entries(convolutions))('convolution and gradients: %s', (_, [image, filters, options]) => {
  const gradients: Program = (x, w) => {
    const [image, filters] = [x.requires_grad_(), w.requires_grad_()];
    const result = torch.conv2d(image, filters, options);
    result.mul(result).sum().backward();
    return torch.cat([result.detach(), image.grad as torch.Tensor, filters.grad as torch.Tensor].map(flat));
  };
  expect(error(gradients, random(...image), random(...filters))).toBeLessThan(2e-6);
  const last: Program = (x, w) =>
    torch.conv2d(x.permute(0, 3, 1, 2), w.transpose(2, 3), options).contiguous();
  const [batch, channels, height, width] = image;
  expect(error(last, random(batch, height, width, channels), random(...filters))).toBeLessThan(2e-6);
});

const flat = (x: torch.Tensor): torch.Tensor => x.reshape(-1);

const alongRows: Record<string, Program> = {
  'sum down': (x) => x.sum(0),
  'sum along': (x) => x.sum(1),
  'sum of a part': (x) => x.index(':', '3:').sum(0).add(x.index(':', '3:').sum(1).sum()),
  'sum of all': (x) => x.sum(),
  softmax: (x) => x.mul(5).softmax(-1),
  'log softmax': (x) => x.mul(5).log_softmax(-1),
  'layer norm': (x) => torch.layer_norm(x, [317]),
};

test.each(Object.entries(alongRows))('rows: %s', (_, program) => {
  expect(error(program, random(301, 317))).toBeLessThan(1e-6);
});

test('edge values keep their meaning in vectors', () => {
  const edges = torch.tensor([Number.NaN, Infinity, -Infinity, 0, -0, 100, -200]).repeat(400);
  const values = (x: torch.Tensor): unknown[] => [...(x.index('0:7').toTypedArray() as Float32Array)];
  expect(values(edges.exp())).toEqual([Number.NaN, Infinity, 0, 1, 1, Infinity, 0]);
  expect(values(edges.relu())).toEqual([Number.NaN, Infinity, 0, 0, -0, 100, 0]);
  expect(values(edges.sigmoid())).toEqual([Number.NaN, 1, 0, 0.5, 0.5, 1, 0]);
  expect(String(torch.full([3000], -Infinity).view(30, 100).softmax(-1).index(0, '0:2'))).toBe(
    'tensor([nan, nan])',
  );
});

test('a result that was put off is of the values at its call', () => {
  const x = torch.zeros(4096);
  const before = x.add(1);
  x.add_(10);
  const after = x.add(1);
  const array = x.numpy().data as Float32Array;
  const shared = x.add(1);
  array.fill(100);
  expect([before, after, shared, x.add(1)].map((t) => t.index(7).toTypedArray()[0])).toEqual([
    1, 11, 11, 101,
  ]);
});

const steps: ((x: torch.Tensor, y: torch.Tensor) => torch.Tensor)[] = [
  (x, y) => x.add(y),
  (x) => x.mul(0.5),
  (x, y) => x.sub(y.index(3)),
  (x) => x.relu(),
  (x, y) => x.add_(y),
  (x, y) => y.mul_(0.5).add(x),
  (x) => x.t().contiguous().t(),
  (x) => x.reshape(-1).sigmoid().view(64, 64),
  (x, y) => x.index('1:3').copy_(y.index('5:7')).mean().add(x),
  (x) => x.sub(x.mean(1, { keepdim: true })),
  (x, y) => torch.maximum(x, y),
];

test('any program of pointwise work, views and writes gives what it gives without delay', () => {
  const input = [random(64, 64), random(64, 64)];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(steps.length - 1), fc.nat(9), fc.nat(9)), { maxLength: 25 }),
      (choices) => {
        const program: Program = (...start) => {
          const pool = start;
          for (const [step, a, b] of choices) {
            const [x, y] = [pool[a % pool.length], pool[b % pool.length]];
            // Writes to a tensor that is also read at other places are refused, as in PyTorch.
            if (x !== y) pool.push(steps[step](x, y));
          }
          return torch.stack(pool);
        };
        expect(error(program, ...input)).toBeLessThan(1e-5);
      },
    ),
    { numRuns: 40 },
  );
});

test('without WebAssembly everything is computed in plain loops', async () => {
  vi.stubGlobal('WebAssembly', undefined);
  vi.resetModules();
  const plain = await import('torch');
  const x = plain.ones(64, 64).mul(2).add(1);
  expect((await x.matmul(x).sum().item()) as number).toBe(9 * 64 ** 3);
  vi.unstubAllGlobals();
});
