import { expect, test } from 'vitest';
import { textIn, verdictIn } from './both.ts';
import type { Verdict } from './types.ts';

test('code in prose is shown in the language of the reader', () => {
  const text = 'Take `x.index(0) py: x[0]`, then `sum`, which is `null py: None`.';
  expect(textIn('ts', text)).toBe('Take `x.index(0)`, then `sum`, which is `null`.');
  expect(textIn('py', text)).toBe('Take `x[0]`, then `sum`, which is `None`.');
});

test('a verdict speaks the language of the code that it judges', () => {
  const failed: Verdict = {
    ...{ state: 'failed', passed: 0, total: 1, mistake: 'Return `null py: None`.' },
    call: { text: 'f(true) py: f(True)', number: 1 },
    finding: {
      ...{ check: 'values', message: 'It is `true py: True`.', expected: 'null py: None', got: null },
      ...{ difference: null, causes: ['Take `x.index(0) py: x[0]`.'] },
    },
  };
  expect(verdictIn('py', failed)).toMatchObject({
    mistake: 'Return `None`.',
    call: { text: 'f(True)' },
    finding: { message: 'It is `True`.', expected: 'None', got: null, causes: ['Take `x[0]`.'] },
  });
  expect(verdictIn('ts', failed)).toMatchObject({
    call: { text: 'f(true)' },
    finding: { message: 'It is `true`.', expected: 'null', causes: ['Take `x.index(0)`.'] },
  });
  const error = { name: 'Error', message: 'as it is py: here', line: 1 };
  const thrown: Verdict = { state: 'error', passed: 0, total: 1, call: null, error, mistake: null };
  expect(verdictIn('py', thrown)).toEqual(thrown);
});
