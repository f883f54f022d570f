/**
 * The trusted half of grading: compares what the learner's calls did with what PyTorch did. It runs where no code of
 * the learner's does, and alone knows the expectations.
 */

import { provenCauses } from './causes.ts';
import { differingPositions, isClose, measure, sameShape, sameValues } from './compare.ts';
import { callText, describeTensor, gridOf, kindOfValue, textOf } from './text.ts';
import type { Case, Check, Finding, Outcome, TensorData, Thrown, Value, Verdict } from './types.ts';

type Returned = Extract<Outcome, { status: 'returned' }>;

function finding(check: Check, message: string, rest: Partial<Finding> = {}): Finding {
  return { check, message, expected: null, got: null, difference: null, causes: [], ...rest };
}

const isTensor = (value: Value): value is TensorData => value.kind === 'tensor' || value.kind === 'ndarray';
const requiresGrad = (value: Value): boolean => isTensor(value) && value.requires_grad;

/** What is wrong with a tensor: its type, its shape, or its numbers, in this order. */
function compareTensor(
  got: TensorData,
  expected: TensorData,
  inputs: readonly TensorData[],
  what: string,
): Finding | null {
  const sides = { expected: describeTensor(expected), got: describeTensor(got) };
  if (!sameShape(got.shape, expected.shape)) {
    const causes = provenCauses(got, expected, inputs);
    const message = `${what} has the shape [${got.shape.join(', ')}]; it should have [${expected.shape.join(', ')}].`;
    return finding('shape', message, { expected: gridOf(expected, []), got: gridOf(got, []), causes });
  }
  if (got.dtype !== expected.dtype) {
    return finding('dtype', `${what} is of type ${got.dtype}; it should be ${expected.dtype}.`, {
      ...sides,
      causes: dtypeCauses(got, expected),
    });
  }
  const positions = differingPositions(got, expected);
  if (positions.length === 0) return null;
  const difference = measure(got, expected, positions);
  const many =
    positions.length === 1 ? 'one element is' : `${positions.length} of ${difference.total} elements are`;
  return finding('values', `${what} has the right type and shape, but ${many} wrong.`, {
    expected: gridOf(expected, positions),
    got: gridOf(got, positions),
    difference,
    causes: provenCauses(got, expected, inputs),
  });
}

function dtypeCauses(got: TensorData, expected: TensorData): string[] {
  if (got.dtype === 'int64' && expected.dtype.startsWith('float')) {
    if (sameValues(got, expected))
      return [
        'Whole numbers alone make an int64 tensor: give `{ dtype: torch.float32 } py: dtype=torch.float32`, or divide.',
      ];
    const isCut = expected.data.every((value, flat) => Number(got.data[flat]) === Math.trunc(Number(value)));
    return isCut ? ['The numbers are the right ones, cut to whole numbers.'] : [];
  }
  if (got.dtype === 'float64') return ['Somewhere a float64 tensor or dtype came in.'];
  return [];
}

function compareValue(
  got: Value,
  expected: Value,
  inputs: readonly TensorData[],
  what: string,
): Finding | null {
  if (isTensor(expected)) {
    if (got.kind === expected.kind) return compareTensor(got, expected, inputs, what);
  } else if (expected.kind === 'list') {
    if (got.kind === 'list') return compareList(got.items, expected.items, inputs, what);
  } else if (got.kind === 'plain' && expected.kind === 'plain') {
    if (kindOfValue(got) === kindOfValue(expected)) return comparePlain(got, expected, what);
  }
  const isNothing =
    got.kind === 'plain' ? got.value === null : got.kind === 'other' && got.name === 'undefined';
  const hint = isNothing ? ['A function without `return` gives nothing back.'] : [];
  return finding('kind', `${what} is ${kindOfValue(got)}; it should be ${kindOfValue(expected)}.`, {
    expected: textOf(expected),
    got: isNothing ? 'nothing' : textOf(got),
    causes: hint,
  });
}

type Plain = Extract<Value, { kind: 'plain' }>;

function comparePlain(got: Plain, expected: Plain, what: string): Finding | null {
  const [a, b] = [got.value, expected.value];
  const bothNumbers = typeof a === 'number' && typeof b === 'number';
  if (bothNumbers ? isClose(a, b, 'float32') : a === b) return null;
  const sides = { expected: textOf(expected), got: textOf(got) };
  return finding('values', `${what} is \`${sides.got}\`; it should be \`${sides.expected}\`.`, sides);
}

function compareList(
  got: readonly Value[],
  expected: readonly Value[],
  inputs: readonly TensorData[],
  what: string,
): Finding | null {
  if (got.length !== expected.length) {
    return finding('shape', `${what} has ${got.length} entries; it should have ${expected.length}.`, {
      expected: textOf({ kind: 'list', items: expected }),
      got: textOf({ kind: 'list', items: got }),
    });
  }
  for (let position = 0; position < expected.length; position++) {
    const entry = `${what.replace(/,$/, '')}, entry ${position},`;
    const found = compareValue(got[position], expected[position], inputs, entry);
    if (found) return found;
  }
  return null;
}

function compareStrides(got: Value, expected: Value): Finding | null {
  if (!isTensor(got) || !isTensor(expected) || sameShape(got.strides, expected.strides)) return null;
  const text = (data: TensorData): string => `(${data.strides.join(', ')})`;
  return finding(
    'strides',
    `The numbers are right, but the strides are ${text(got)}; they should be ${text(expected)}.`,
    {
      expected: gridOf(expected, []),
      got: gridOf(got, []),
    },
  );
}

function compareMemory(got: Returned, expected: Returned): Finding | null {
  const missing = expected.shares.find((position) => !got.shares.includes(position));
  const ordinal = (position: number): string =>
    ['first', 'second', 'third', 'fourth'][position] ?? `${position + 1}th`;
  if (missing !== undefined) {
    return finding(
      'memory',
      `The numbers are right, but the result is a copy: it should lie in the memory of the ${ordinal(missing)} argument.`,
      {
        causes: [
          'clone, contiguous, arithmetic, torch.tensor and indexing by lists or masks copy; slices, view, expand and transpose do not.',
        ],
      },
    );
  }
  const surplus = got.shares.find((position) => !expected.shares.includes(position));
  if (surplus === undefined) return null;
  return finding(
    'memory',
    `The numbers are right, but the result lies in the memory of the ${ordinal(surplus)} argument: a write to one would be seen in the other.`,
    {
      causes: ['clone() makes a copy with memory of its own.'],
    },
  );
}

function compareKernel({ kernel }: Returned): Finding | null {
  if (kernel) return null;
  return finding('kernel', 'The numbers are right, but no kernel of yours wrote them.', {
    causes: [
      "Here the kernel is to compute them, not the engine's operators: hand it the tensor that you return.",
    ],
  });
}

function compareInputs(got: Returned, { expected, args }: Case): Finding | null {
  for (let position = 0; position < args.length; position++) {
    const [after, wanted] = [got.args[position], (expected as Returned).args[position]];
    const what =
      args.length === 1 ? 'The argument, after the call,' : `Argument ${position + 1}, after the call,`;
    const found = compareValue(after, wanted, [], what);
    if (!found) {
      if (!requiresGrad(after) || requiresGrad(wanted)) continue;
      return finding('inputs', `${what} requires a gradient, which it did not before.`, {
        causes: [
          'requires_grad_() changes the tensor that it is called on: call it on a detach() or clone().',
        ],
      });
    }
    const wasTouched = compareValue(wanted, args[position], [], what) === null;
    const cause = wasTouched
      ? 'The call changed its argument. Names that end in _ write in place; those without make a new tensor.'
      : 'The call should have changed its argument in place: names that end in _ do.';
    return { ...found, check: 'inputs', causes: [cause] };
  }
  return null;
}

function compareGradients(got: Returned, one: Case): Finding | null {
  if (!one.weights) return null;
  const expected = one.expected as Returned;
  const inputs = one.args.filter(isTensor);
  for (let position = 0; position < expected.grads.length; position++) {
    const [mine, wanted] = [got.grads[position], expected.grads[position]];
    const what =
      expected.grads.length === 1 ? "The argument's gradient" : `The gradient of argument ${position + 1}`;
    if (!wanted) {
      if (mine)
        return finding('gradients', `${what} should be \`null py: None\`, but there is one.`, {
          got: gridOf(mine, []),
        });
    } else if (!mine) {
      return finding('gradients', `${what} is missing: backward() did not reach it.`, {
        expected: gridOf(wanted, []),
        causes: ['detach, no_grad, .data and building a new tensor from numbers cut the graph.'],
      });
    } else {
      const found = compareTensor(mine, wanted, inputs, what);
      if (found) return { ...found, check: 'gradients' };
    }
  }
  return null;
}

function compareHistory(got: Value, expected: Value): Finding | null {
  if (!isTensor(got) || !isTensor(expected) || got.requires_grad === expected.requires_grad) return null;
  return expected.requires_grad
    ? finding(
        'gradients',
        'The numbers are right, but the result has no history: no gradient can flow back through it.',
        {
          causes: ['detach, no_grad, .data and building a new tensor from numbers cut the graph.'],
        },
      )
    : finding(
        'gradients',
        'The numbers are right, but the result is still part of the graph: it should require no gradient.',
        {
          causes: ['`detach()` or `torch.no_grad(() => …) py: with torch.no_grad():` leaves the graph.'],
        },
      );
}

function compareReturned(got: Returned, one: Case): Finding | null {
  const expected = one.expected as Returned;
  const inputs = one.args.filter(isTensor);
  return (
    compareValue(got.value, expected.value, inputs, 'The result') ??
    (one.checks.strides ? compareStrides(got.value, expected.value) : null) ??
    (one.checks.memory ? compareMemory(got, expected) : null) ??
    (expected.kernel ? compareKernel(got) : null) ??
    compareInputs(got, one) ??
    compareHistory(got.value, expected.value) ??
    compareGradients(got, one)
  );
}

/** What is wrong with one call: a finding, the error that it threw, or null. */
export function judgeCase(outcome: Outcome, one: Case): Finding | Thrown | null {
  if (one.expected.status === 'threw') {
    const { name, message } = one.expected.error;
    const wanted = `${name}: ${message}`;
    if (outcome.status === 'returned') {
      return finding('error', `This call should throw a ${name}, but it returned.`, {
        expected: wanted,
        got: textOf(outcome.value),
      });
    }
    if (outcome.error.name === name) return null;
    return finding('error', `This call should throw a ${name}, but it threw a ${outcome.error.name}.`, {
      expected: wanted,
      got: `${outcome.error.name}: ${outcome.error.message}`,
    });
  }
  return outcome.status === 'threw' ? outcome.error : compareReturned(outcome, one);
}

/** The verdict over all calls: on the first that is wrong, or passed. */
export function judge(
  outcomes: readonly Outcome[],
  cases: readonly Case[],
  mistake: string | null = null,
): Verdict {
  const problems = cases.map((one, position) => judgeCase(outcomes[position], one));
  const first = problems.findIndex((problem) => problem !== null);
  const total = cases.length;
  const passed = problems.filter((problem) => problem === null).length;
  if (first < 0) return { state: 'passed', passed, total };
  const call = { text: callText(cases[first]), number: first + 1 };
  const problem = problems[first] as Finding | Thrown;
  return 'check' in problem
    ? { state: 'failed', passed, total, call, finding: problem, mistake }
    : { state: 'error', passed, total, call, error: problem, mistake };
}

/**
 * Whether two programs did the same in every call: how a known mistake is recognised. Proved, not guessed: all
 * values, types, shapes and errors agree.
 */
export function behaveAlike(a: readonly Outcome[], b: readonly Outcome[], cases: readonly Case[]): boolean {
  return cases.every((one, position) => {
    const [mine, other] = [a[position], b[position]];
    if (mine.status === 'threw' || other.status === 'threw') {
      return (
        mine.status === 'threw' && other.status === 'threw' && mine.error.message === other.error.message
      );
    }
    return (
      compareReturned(mine, {
        ...one,
        checks: { strides: true, memory: true },
        expected: other,
      }) === null
    );
  });
}
