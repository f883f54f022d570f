/** What the webgpu device may refuse although the cpu does it: it says so, and names the way out. */

import type { Recorded } from './corpus.ts';

const rules: readonly (readonly [reason: string, message: RegExp])[] = [
  ['float64', /doesn't support float64/],
  ['numpy()', /can't convert webgpu:0 device type tensor to numpy/],
  ['sizes that depend on data', /is not known at once/],
  ['bytes as another type', /viewing bytes as another type|resize_ on webgpu/],
  ['targets read by the cpu', /targets on the cpu/],
  [
    'a promise that PyTorch has no need of',
    /(nonzero|argwhere|masked_select|unique\w*|bincount)\(\.\.\.\)\.\w+ is not a function/,
  ],
  ['reading without await', /reading from webgpu:0 takes a while|LBFGS reads its loss at once/],
  [
    'eigenvalues and singular values',
    /'aten::linalg_(eigh?|svd)\w*' is not currently implemented for the webgpu/,
  ],
];

/** What the next read says of an index, in place of each operator's own words. */
const lateIndex = /^index -?\d+ is out of bounds for dimension/;

/** PyTorch's complaints about elements. As on its own GPUs, what comes of dividing whole numbers by zero is not defined. */
const valueChecks =
  /^(ZeroDivisionError|Expected p_in >= 0|all elements of input should be between 0 and 1|var has negative entry|Function '\w+' returned nan values)/;

/** The rule under which a result is a refusal, or null where it is none. */
export function refusal(got: Recorded, expected: Recorded): string | null {
  if (got.kind === 'list') {
    for (const [k, item] of got.items.entries()) {
      const other = expected.kind === 'list' ? expected.items[k] : expected;
      const reason = other && refusal(item, other);
      if (reason) return reason;
    }
    return null;
  }
  if (got.kind === 'text' && got.value.includes("tensor(..., device='webgpu:0'")) return 'text without await';
  if (expected.kind === 'error' && valueChecks.test(expected.message))
    return 'an element that only the GPU sees';
  if (got.kind !== 'error') return null;
  if (lateIndex.test(got.message))
    return expected.kind === 'error' ? 'an index that only the GPU sees' : null;
  return rules.find(([, message]) => message.test(got.message))?.[0] ?? null;
}
