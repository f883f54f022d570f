/**
 * The judge held against every recorded case of the course: an answer that is wrong in anything that counts never
 * passes, and a right one always does, however it was computed.
 */

import fc from 'fast-check';
import { dtypes } from 'torch/dtype';
import { describe, expect, test } from 'vitest';
import { indexAt } from './compare.ts';
import { casesOf, exerciseIds, readExercise } from './exercises.ts';
import { judge, judgeCase } from './judge.ts';
import type { Case, Outcome, TensorData, Value } from './types.ts';

type Returned = Extract<Outcome, { status: 'returned' }>;
type Path = readonly number[];
interface ReturningCase extends Case {
  readonly expected: Returned;
}

const recorded = exerciseIds().flatMap((id) => casesOf(readExercise(id)));
/** No exercise of the course asks for an error; one of a teacher's may. */
const raising: Case = {
  ...recorded[0],
  expected: { status: 'threw', error: { name: 'IndexError', message: 'out of range', line: null } },
};
const all = [...recorded, raising];
const returns = (one: Case): one is ReturningCase => one.expected.status === 'returned';
const returning = all.filter(returns);
const isTensor = (value: Value): value is TensorData => value.kind === 'tensor' || value.kind === 'ndarray';

const itemsOf = (value: Value): readonly Value[] => (value.kind === 'list' ? value.items : []);

/** Where within a value the tensors are that hold elements. */
function tensorsIn(value: Value, path: Path = []): { path: Path; data: TensorData }[] {
  if (value.kind === 'list') return value.items.flatMap((item, at) => tensorsIn(item, [...path, at]));
  return isTensor(value) && value.data.length > 0 ? [{ path, data: value }] : [];
}

/** The value with what lies at the path replaced. */
function replacedAt(value: Value, [first, ...rest]: Path, by: Value): Value {
  if (first === undefined || value.kind !== 'list') return by;
  const items = value.items.map((item, at) => (at === first ? replacedAt(item, rest, by) : item));
  return { kind: 'list', items };
}

const tolerances = { float64: 1e-7, float32: 1e-5, float16: 1e-3 } as const;
const toleranceOf = (dtype: string): number | undefined => tolerances[dtype as keyof typeof tolerances];

/** The tensor with one element that is wrong by more than rounding, and where. */
function withWrongElement(data: TensorData): fc.Arbitrary<{ changed: TensorData; flat: number }> {
  const tolerance = toleranceOf(data.dtype);
  const wrong = (right: number | bigint, pick: number, isUp: boolean): number | bigint => {
    if (typeof right === 'bigint') return isUp ? right + BigInt(1 + pick) : right - BigInt(1 + pick);
    if (data.dtype === 'bool') return 1 - right;
    if (tolerance === undefined) return right ^ (1 << (pick % 7));
    if (!Number.isFinite(right)) return pick;
    if (pick === 0) return Number.NaN;
    if (pick === 1) return Number.POSITIVE_INFINITY;
    const least = 4 * tolerance * (1 + Math.abs(right));
    return right + (isUp ? least : -least) * 1.5 ** pick;
  };
  return fc.tuple(fc.nat(data.data.length - 1), fc.nat(20), fc.boolean()).map(([flat, pick, isUp]) => {
    const elements = data.data.slice();
    elements[flat] = wrong(data.data[flat], pick, isUp);
    return { changed: { ...data, data: elements }, flat };
  });
}

/** The same elements in any other shape. */
function withOtherShape(data: TensorData): fc.Arbitrary<TensorData> {
  const { shape } = data;
  const others = [
    [data.data.length],
    [1, ...shape],
    [...shape, 1],
    [...shape].reverse(),
    shape.filter((size) => size !== 1),
    [data.data.length, 1],
  ].filter((other) => String(other) !== String(shape));
  return fc.constantFrom(...others).map((other) => ({ ...data, shape: other, strides: other.map(() => 1) }));
}

function withOtherType(data: TensorData): fc.Arbitrary<TensorData> {
  const others = dtypes.filter(({ name }) => name !== data.dtype);
  return fc.constantFrom(...others).map(({ name }) => ({ ...data, dtype: name }));
}

const otherKinds = (data: TensorData): fc.Arbitrary<Value> =>
  fc.constantFrom<Value>(
    { ...data, kind: data.kind === 'tensor' ? 'ndarray' : 'tensor' },
    { kind: 'list', items: [...data.data].map((value) => ({ kind: 'plain', value: Number(value) })) },
    { kind: 'list', items: [data] },
    { kind: 'plain', value: Number(data.data[0]) },
    { kind: 'plain', value: null },
    { kind: 'other', name: 'undefined' },
  );

const tensorChanges: Record<string, (data: TensorData) => fc.Arbitrary<Value>> = {
  'an element': (data) => withWrongElement(data).map(({ changed }) => changed),
  'the shape': withOtherShape,
  'the type': withOtherType,
  'the kind': otherKinds,
};

/** A change to some tensor of a value. */
function withChange(value: Value, change: (data: TensorData) => fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc
    .constantFrom(...tensorsIn(value))
    .chain(({ path, data }) => change(data).map((by) => replacedAt(value, path, by)));
}

/** Runs the property on many cases: each pick of a case that `concerns` says it is about. */
function always<T>(
  concerns: (one: ReturningCase) => boolean,
  vary: (one: ReturningCase) => fc.Arbitrary<T>,
  holds: (one: ReturningCase, varied: T) => void,
): void {
  const cases = returning.filter(concerns);
  expect(cases.length).toBeGreaterThan(0);
  const arbitrary = fc
    .constantFrom(...cases)
    .chain((one) => vary(one).map((varied) => [one, varied] as const));
  fc.assert(
    fc.property(arbitrary, ([one, varied]) => holds(one, varied)),
    { numRuns: 500 },
  );
}

const hasTensor = ({ expected }: ReturningCase): boolean => tensorsIn(expected.value).length > 0;

const fails = (one: ReturningCase, change: Partial<Returned>): void => {
  expect(judgeCase({ ...one.expected, ...change }, one)).not.toBe(null);
};
const passes = (one: ReturningCase, change: Partial<Returned>): void => {
  expect(judgeCase({ ...one.expected, ...change }, one)).toBe(null);
};

test('what PyTorch did passes', () => {
  expect(
    judge(
      all.map(({ expected }) => expected),
      all,
    ),
  ).toEqual({
    state: 'passed',
    passed: all.length,
    total: all.length,
  });
});

test('a wrong entry of a list within a list is named by its place', () => {
  const [one] = casesOf(readExercise('09-build-autograd/02-slopes')).filter(returns);
  const value = replacedAt(one.expected.value, [0, 1], { kind: 'plain', value: 0 });
  expect(judgeCase({ ...one.expected, value }, one)).toMatchObject({
    message: 'The result, entry 0, entry 1, is `0`; it should be `12`.',
  });
});

test('the right numbers around another dimension of size 1 are not called one too many', () => {
  const [one] = casesOf(readExercise('13-convolutions/06-as-matmul')).filter(returns);
  const data = one.expected.value as TensorData;
  const value = { ...data, shape: [1, 2, 3, 1], strides: [6, 3, 1, 1] };
  expect(judgeCase({ ...one.expected, value }, one)).toMatchObject({
    causes: ['The numbers are right, but a dimension of size 1 stands in another place.'],
  });
});

describe('a wrong answer never passes', () => {
  test.each(Object.entries(tensorChanges))('%s of the result', (_, change) => {
    always(
      hasTensor,
      ({ expected }) => withChange(expected.value, change),
      (one, value) => fails(one, { value }),
    );
  });

  test.each(Object.entries(tensorChanges))('%s of an argument after the call', (_, change) => {
    always(
      ({ expected }) => expected.args.some((arg) => tensorsIn(arg).length > 0),
      ({ expected }) => withChange({ kind: 'list', items: expected.args }, change),
      (one, args) => fails(one, { args: itemsOf(args) }),
    );
  });

  test.each(Object.entries(tensorChanges).slice(0, 3))('%s of a gradient', (_, change) => {
    const gradients = ({ expected }: Case): Value[] =>
      (expected as Returned).grads.map((grad) => grad ?? { kind: 'plain', value: null });
    always(
      (one) => one.weights !== null && tensorsIn({ kind: 'list', items: gradients(one) }).length > 0,
      (one) => withChange({ kind: 'list', items: gradients(one) }, change),
      (one, changed) => fails(one, { grads: itemsOf(changed).map((grad) => (isTensor(grad) ? grad : null)) }),
    );
  });

  test('a gradient that is missing', () => {
    always(
      ({ weights, expected }) => weights !== null && expected.grads.some(Boolean),
      ({ expected }) => fc.constant(expected.grads.map(() => null)),
      (one, grads) => fails(one, { grads }),
    );
  });

  test('the history of a result', () => {
    always(
      ({ expected }) => expected.value.kind === 'tensor',
      ({ expected }) => fc.constant(expected.value as TensorData),
      (one, value) => fails(one, { value: { ...value, requires_grad: !value.requires_grad } }),
    );
  });

  test('an argument that now requires a gradient', () => {
    const forbids = (arg: Value): boolean => arg.kind === 'tensor' && !arg.requires_grad;
    always(
      ({ expected }) => expected.args.some(forbids),
      ({ expected }) =>
        fc.constant(expected.args.map((arg) => (forbids(arg) ? { ...arg, requires_grad: true } : arg))),
      (one, args) => fails(one, { args }),
    );
  });

  test('a list that is shorter or longer', () => {
    always(
      ({ expected }) => expected.value.kind === 'list' && expected.value.items.length > 0,
      ({ expected }) => {
        const items = itemsOf(expected.value);
        return fc.constantFrom([...items, items[0]], items.slice(1));
      },
      (one, items) => fails(one, { value: { kind: 'list', items } }),
    );
  });

  test('strides and memory, where the exercise asks for them', () => {
    always(
      ({ checks, expected }) => checks.strides && isTensor(expected.value) && expected.value.shape.length > 0,
      ({ expected }) => fc.nat((expected.value as TensorData).shape.length - 1),
      (one, dim) => {
        const data = one.expected.value as TensorData;
        const strides = data.strides.map((stride, at) => (at === dim ? stride + 1 : stride));
        fails(one, { value: { ...data, strides } });
      },
    );
    always(
      ({ checks, args }) => checks.memory && args.length > 0,
      ({ args }) => fc.nat(args.length - 1),
      (one, argument) => {
        const { shares } = one.expected;
        const isShared = shares.includes(argument);
        fails(one, { shares: isShared ? shares.filter((at) => at !== argument) : [...shares, argument] });
      },
    );
  });

  test('an error in place of an answer, an answer in place of an error, or another error', () => {
    const error = { name: 'RuntimeError', message: 'something else', line: null };
    for (const one of all) {
      const { expected } = one;
      if (expected.status === 'returned') expect(judgeCase({ status: 'threw', error }, one)).toBe(error);
      else {
        expect(judgeCase(returning[0].expected, one)).not.toBe(null);
        expect(judgeCase({ status: 'threw', error: { ...error, name: 'Other' } }, one)).not.toBe(null);
      }
    }
  });
});

describe('a right answer always passes', () => {
  /** As if computed in another order: within a few roundings, with zeros of either sign. */
  const recomputed = (data: TensorData): fc.Arbitrary<Value> => {
    const tolerance = toleranceOf(data.dtype);
    if (tolerance === undefined) return fc.constant(data);
    return fc.infiniteStream(fc.double({ min: -0.9, max: 0.9, noNaN: true })).map((noise) => {
      const elements = data.data.slice();
      for (let flat = 0; flat < elements.length; flat++) {
        const value = Number(elements[flat]);
        elements[flat] = value === 0 ? -value : value * (1 + tolerance * noise.next().value);
      }
      return { ...data, data: elements };
    });
  };

  test('computed in another order', () => {
    always(
      hasTensor,
      ({ expected }) => withChange(expected.value, recomputed),
      (one, value) => passes(one, { value }),
    );
  });

  test('laid out otherwise, in memory of any other, where nothing is said of them', () => {
    always(
      ({ checks, expected }) => !checks.strides && isTensor(expected.value),
      ({ expected }) => fc.constant((expected.value as TensorData).shape.map((_, dim) => 7 * dim)),
      (one, strides) => passes(one, { value: { ...(one.expected.value as TensorData), strides } }),
    );
    always(
      ({ checks }) => !checks.memory,
      ({ args }) => fc.subarray(args.map((_, at) => at)),
      (one, shares) => passes(one, { shares }),
    );
  });

  test('by other operators, whose nodes have other names', () => {
    always(
      ({ expected }) => expected.value.kind === 'tensor' && expected.value.requires_grad,
      () => fc.constantFrom('AddBackward0', 'MulBackward0', null),
      (one, grad_fn) => passes(one, { value: { ...(one.expected.value as TensorData), grad_fn } }),
    );
  });

  test('an error in other words', () => {
    for (const one of all) {
      if (one.expected.status !== 'threw') continue;
      const error = { ...one.expected.error, message: 'in other words', line: 3 };
      expect(judgeCase({ status: 'threw', error }, one)).toBe(null);
    }
  });
});

test('plain values are told apart by what they are', () => {
  const says = (got: Value, value: Value): string | undefined => {
    const found = judgeCase(
      { ...returning[0].expected, value: got },
      { ...returning[0], expected: { ...returning[0].expected, value } },
    );
    return found?.message;
  };
  const plain = (value: number | string | boolean | null): Value => ({ kind: 'plain', value });
  expect(says(plain(null), plain(3))).toBe('The result is nothing; it should be a number.');
  expect(says(plain(3), plain(null))).toBe('The result is a number; it should be nothing.');
  expect(says(plain(true), plain(1))).toBe('The result is a boolean; it should be a number.');
  expect(says(plain('3'), plain(3))).toBe('The result is a string; it should be a number.');
  expect(says(plain(Number.NaN), plain(3))).toBe('The result is `NaN py: nan`; it should be `3`.');
  expect(says(plain(false), plain(true))).toBe(
    'The result is `false py: False`; it should be `true py: True`.',
  );
  expect(says(plain(null), plain(null))).toBe(undefined);
  expect(says(plain(0.1 + 0.2), plain(0.3))).toBe(undefined);
});

test('a verdict names the element that is wrong, and no cause that is not so', () => {
  always(
    ({ expected }) => isTensor(expected.value) && expected.value.data.length > 2,
    ({ expected }) => withWrongElement(expected.value as TensorData),
    (one, { changed, flat }) => {
      const found = judgeCase({ ...one.expected, value: changed }, one);
      if (!found || !('check' in found)) throw new Error('it passes');
      const expected = one.expected.value as TensorData;
      const by = Math.abs(Number(changed.data[flat]) - Number(expected.data[flat]));
      expect(found).toMatchObject({
        check: 'values',
        message: expect.stringContaining('one element is wrong'),
        difference: {
          count: 1,
          total: changed.data.length,
          first: indexAt(flat, changed.shape),
          worstAbsolute: Number.isNaN(by) ? Infinity : by,
        },
      });
      const gaveNan = Number.isNaN(Number(changed.data[flat]));
      const known = one.args.some((arg) => isTensor(arg) && String(arg.data) === String(changed.data));
      if (!gaveNan && !known) expect(found.causes).toEqual([]);
    },
  );
});
