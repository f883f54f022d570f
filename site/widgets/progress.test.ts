import { afterEach, expect, test, vi } from 'vitest';
import { emptyProgress, withVerdict } from '../../graders/progress.ts';
import { activeDays, dayOf, daysInRow, keepVerdict, ownProgress, readProgress } from './progress.ts';

/** The parts of a page that a record of progress needs. */
function aBrowserWith(stored: Map<string, string>): void {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
  });
  vi.stubGlobal('document', { querySelectorAll: () => [] });
}
afterEach(() => vi.unstubAllGlobals());

test.each(['{"format":"handgrad-progress","version":3,"exercises":{"a":{}}}', '{', 'null'])(
  'a record that cannot be read is no end, and is not lost: %s',
  (damaged) => {
    const stored = new Map([['handgrad:progress', damaged]]);
    aBrowserWith(stored);
    expect(readProgress()).toEqual(emptyProgress());
    keepVerdict('b', true);
    keepVerdict('c', true);
    expect(stored.get('handgrad:progress-unread')).toBe(damaged);
    expect(ownProgress('b')?.status).toBe('solved');
  },
);

test('a browser that keeps nothing still shows the course', () => {
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new Error('refused');
    },
  });
  expect(readProgress()).toEqual(emptyProgress());
  expect(() => keepVerdict('b', true)).not.toThrow();
});

test('days in a row end today or yesterday', () => {
  expect(daysInRow(new Set([10, 11, 12]), 12)).toBe(3);
  expect(daysInRow(new Set([10, 11, 12]), 13)).toBe(3);
  expect(daysInRow(new Set([10, 11, 12]), 14)).toBe(0);
  expect(daysInRow(new Set([9, 11, 12]), 12)).toBe(2);
});

test('a day is a day by the clock of who learns', () => {
  const [evening, morning] = [new Date(2026, 4, 1, 23, 59), new Date(2026, 4, 2, 0, 1)];
  expect(dayOf(morning.getTime()) - dayOf(evening.getTime())).toBe(1);
  let progress = withVerdict(emptyProgress(), 'a', true, evening.getTime());
  progress = withVerdict(progress, 'b', true, morning.getTime());
  expect(activeDays(progress)).toEqual(new Set([dayOf(evening.getTime()), dayOf(morning.getTime())]));
});
