import { describe, expect, test } from 'vitest';
import {
  dueAt,
  dueNow,
  emptyProgress,
  mergeProgress,
  type Progress,
  parseProgress,
  withProgress,
  withVerdict,
} from './progress.ts';

const day = 24 * 60 * 60 * 1000;
const id = '04-indexing/01-pick-elements';
const solvedAt = (...times: number[]): Progress =>
  times.reduce((progress, time) => withVerdict(progress, id, true, time), emptyProgress());

describe('verdicts', () => {
  test('what is solved stays solved', () => {
    const progress = withVerdict(solvedAt(1000), id, false, 2000);
    expect(progress.exercises[id]).toMatchObject({ status: 'solved', solved: [1000] });
  });

  test('solving again counts only when it is due', () => {
    expect(solvedAt(0, day).exercises[id].solved).toEqual([0]);
    expect(solvedAt(0, 2 * day).exercises[id].solved).toEqual([0, 2 * day]);
  });

  test('reviews come later each time, and none for what is not solved', () => {
    expect(dueAt(solvedAt(0).exercises[id])).toBe(2 * day);
    expect(dueAt(solvedAt(0, 2 * day).exercises[id])).toBe(9 * day);
    expect(dueAt(withVerdict(emptyProgress(), id, false, 0).exercises[id])).toBe(null);
    const both = withVerdict(solvedAt(day), 'other', true, 0);
    expect(dueNow(both, 2 * day)).toEqual(['other']);
    expect(dueNow(both, 9 * day)).toEqual(['other', id]);
  });
});

describe('files', () => {
  test('a record survives being written and read', () => {
    const progress = { ...withProgress(solvedAt(5), 'other', { hints: 2 }, 7), code: { [id]: 'x' } };
    expect(parseProgress(JSON.stringify(progress))).toEqual(progress);
  });

  test('older versions are brought up to date', () => {
    expect(parseProgress(JSON.stringify({ solved: { [id]: 5 } }))).toEqual(solvedAt(5));
    const entry = { status: 'solved', hints: 1, sawSolution: true, changed: 9 };
    const old = { format: 'handgrad-progress', version: 1, exercises: { [id]: entry } };
    expect(parseProgress(JSON.stringify(old)).exercises[id]).toEqual({ ...entry, solved: [9] });
  });

  const whole = solvedAt(5);
  test.each([
    ['{', 'not JSON'],
    ['[]', 'not a JSON object'],
    ['{"format":"other"}', 'format'],
    [JSON.stringify({ ...whole, version: 3 }), 'version (3) is none that this program knows'],
    [JSON.stringify({ ...whole, version: '2' }), 'version ("2") is none'],
    [JSON.stringify({ format: whole.format, exercises: {} }), 'version (undefined) is none'],
    [JSON.stringify({ ...whole, exercises: null }), 'no exercises'],
    [
      JSON.stringify({ ...whole, exercises: { [id]: { ...whole.exercises[id], hints: 'two' } } }),
      'is damaged',
    ],
    [JSON.stringify({ ...whole, exercises: { [id]: { ...whole.exercises[id], hints: -1 } } }), 'is damaged'],
    [
      JSON.stringify({ ...whole, exercises: { [id]: { ...whole.exercises[id], status: 'won' } } }),
      'is damaged',
    ],
    [
      JSON.stringify({ ...whole, exercises: { [id]: { ...whole.exercises[id], solved: ['x'] } } }),
      'is damaged',
    ],
    [JSON.stringify({ ...whole, exercises: { [id]: null } }), 'is damaged'],
    [JSON.stringify({ ...whole, code: { [id]: 1 } }), 'code in it is damaged'],
    [' '.repeat(6_000_000), 'too large'],
  ])('a damaged file is refused whole: %.40s', (text, words) => {
    expect(() => parseProgress(text)).toThrow(words);
  });

  test('names of an object are not taken for exercises', () => {
    const text = '{"format":"handgrad-progress","version":2,"exercises":{"__proto__":{"status":"solved"}}}';
    expect(() => parseProgress(text)).toThrow('damaged');
    expect(withVerdict(emptyProgress(), 'constructor', false, 1).exercises.constructor).toMatchObject({
      status: 'started',
    });
  });
});

describe('merging', () => {
  test('keeps what is solved, the most hints, all reviews, and the code at hand', () => {
    const here = { ...withProgress(solvedAt(0), id, { hints: 1 }, 10), code: { [id]: 'here' } };
    const there = {
      ...withProgress(emptyProgress(), id, { status: 'skipped', hints: 3, solved: [4] }, 20),
      code: { [id]: 'there', other: 'new' },
    };
    const merged = mergeProgress(here, there);
    expect(merged.exercises[id]).toMatchObject({ status: 'solved', hints: 3, solved: [0, 4], changed: 20 });
    expect(merged.code).toEqual({ [id]: 'here', other: 'new' });
    expect(mergeProgress(merged, there)).toEqual(merged);
    expect(mergeProgress(emptyProgress(), solvedAt(5))).toEqual(solvedAt(5));
    expect(mergeProgress(solvedAt(5), emptyProgress())).toEqual(solvedAt(5));
  });
});
