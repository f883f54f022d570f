import { expect, test } from 'vitest';
import { textIn } from './both.ts';

test('code in prose is shown in the language of the reader', () => {
  const text = 'Take `x.index(0) py: x[0]`, then `sum`, which is `null py: None`.';
  expect(textIn('ts', text)).toBe('Take `x.index(0)`, then `sum`, which is `null`.');
  expect(textIn('py', text)).toBe('Take `x[0]`, then `sum`, which is `None`.');
});
