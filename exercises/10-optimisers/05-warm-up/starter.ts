/** The rate of each step. */
export function rates(peak: number, _warmup: number, total: number): number[] {
  return Array.from({ length: total }, () => peak);
}
