/** The page's gate: whatever comes out of the sandbox, the page gets what it can show, or nothing. */
import { expect, test } from 'vitest';
import { readReply } from './received.ts';

const snapshot = {
  ...{ kind: 'tensor', memory: 1, dtype: 'float32', device: 'webgpu:0' },
  ...{ sizes: [2, 3], strides: [3, 1], offset: 0, storage: ['1.', '2.'] },
};
const notebook = (snapshots: unknown): unknown => ({ type: 'done', result: { kind: 'notebook', snapshots } });

test.each<[unknown]>([
  [{ type: 'ready' }],
  [{ type: 'broken', message: 'no' }],
  [{ type: 'lines', lines: [{ cell: 1, kind: 'warn', text: 'x' }] }],
  [{ type: 'pictures', pictures: [{ cell: 1, key: 'k', drawing: { kind: 'curves' } }] }],
  [{ type: 'kernels', sources: ['@compute fn main() {}'] }],
  [{ type: 'failed', failure: { name: 'Error', message: 'no', line: null } }],
  [{ type: 'failed', failure: { name: 'Error', message: 'no', line: 3, cell: 2, traceback: 'x' } }],
  [{ type: 'done', result: { kind: 'exercise', outcomes: [[]] } }],
  [notebook([[snapshot], [[snapshot, snapshot]], []])],
])('%j passes as it is', (reply) => {
  expect(readReply(reply)).toEqual(reply);
});

test.each<[unknown]>([[null], [undefined], ['ready'], [3], [[]], [{}], [{ type: 'passed' }]])(
  '%j is no reply',
  (data) => {
    expect(readReply(data)).toBe(null);
  },
);

test.each<[unknown, unknown]>([
  [{ type: 'broken' }, { type: 'broken', message: 'undefined' }],
  [
    { type: 'lines', lines: 'all' },
    { type: 'lines', lines: [] },
  ],
  [{ type: 'lines', lines: [null] }, { lines: [{ kind: 'print', text: 'undefined' }] }],
  [{ type: 'lines', lines: [{ cell: '2', kind: 'html', text: 5 }] }, { lines: [{ cell: 2, text: '5' }] }],
  [{ type: 'pictures', pictures: [{ cell: 0, drawing: 'svg' }] }, { pictures: [{ cell: 0, drawing: {} }] }],
  [{ type: 'kernels', sources: [1, null] }, { sources: ['1', 'null'] }],
  [{ type: 'failed' }, { failure: { name: 'undefined', line: null } }],
  [{ type: 'failed', failure: { line: '3', cell: 'x' } }, { failure: { line: null } }],
  [{ type: 'done' }, { result: { kind: 'notebook', snapshots: [] } }],
  [{ type: 'done', result: { kind: 'exercise', outcomes: null } }, { result: { outcomes: [] } }],
])('%j is made what it should be', (data, reply) => {
  expect(readReply(data)).toMatchObject(reply as object);
});

test.each<[string, object]>([
  ['a size below zero', { sizes: [-2, 3] }],
  ['a size that is no number', { sizes: ['2', 3] }],
  ['a broken stride', { strides: [0.5, 1] }],
  ['no offset', { offset: null }],
  ['another number of strides', { strides: [1] }],
  ['more than can be drawn', { sizes: [4097, 1] }],
])('a picture with %s is left out', (_what, change) => {
  expect(readReply(notebook([[{ ...snapshot, ...change }, snapshot]]))).toEqual(notebook([[null, snapshot]]));
});

test('names keep their letters alone', () => {
  const hostile = { ...snapshot, dtype: '<img src=x>', device: 'a"onload=b' };
  expect(readReply(notebook([[hostile]]))).toMatchObject({
    result: { snapshots: [[{ dtype: 'imgsrcx', device: 'aonloadb' }]] },
  });
});
