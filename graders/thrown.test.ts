import { expect, test } from 'vitest';
import { longestMessage } from './limits.ts';
import { thrownBy } from './thrown.ts';

const unreadable = 'the code threw something that cannot be read';
const throws = (): never => {
  throw new Error('looked at');
};
const named = (name: unknown): Error => Object.assign(new Error('x'), { name });

test.each<[string, unknown, string, string]>([
  ['an error', new TypeError('no'), 'TypeError', 'no'],
  ['null', null, 'Error', 'the code threw null'],
  ['undefined', undefined, 'Error', 'the code threw undefined'],
  ['a text', 'no', 'Error', 'the code threw no'],
  ['a symbol', Symbol('no'), 'Error', 'the code threw Symbol(no)'],
  ['a function', () => 1, 'Error', 'the code threw () => 1'],
  ['a frozen object', Object.freeze({}), 'Error', 'the code threw [object Object]'],
  ['a frozen error', Object.freeze(new Error('no')), 'Error', 'no'],
  ['a name that is none', named(7), '7', 'x'],
  ['a name that cannot be read', named({ toString: throws }), 'Error', unreadable],
  ['no text', { toString: throws }, 'Error', unreadable],
  ['no prototype', Object.create(null), 'Error', unreadable],
  ['a proxy', new Proxy({}, { get: throws, getPrototypeOf: throws }), 'Error', unreadable],
  ['a getter', Object.defineProperty(new Error(), 'message', { get: throws }), 'Error', unreadable],
])('%s', (_what, thrown, name, message) => {
  expect(thrownBy(thrown, () => null)).toEqual({ name, message, line: null });
});

test('a message without end is cut', () => {
  for (const thrown of [new Error('m'.repeat(1e6)), 'm'.repeat(1e6)])
    expect(thrownBy(thrown, () => 3).message).toHaveLength(longestMessage + 1);
});

test('the line is found in the stack, which may be missing', () => {
  const error = new Error('no');
  expect(thrownBy(error, (stack) => stack.indexOf('Error: no')).line).toBe(0);
  error.stack = undefined;
  expect(thrownBy(error, (stack) => stack.length).line).toBe('undefined'.length);
});
