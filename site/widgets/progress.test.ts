import { expect, test } from 'vitest';
import { emptyProgress, withVerdict } from '../../graders/progress.ts';
import { activeDays, dayOf, daysInRow } from './progress.ts';

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
