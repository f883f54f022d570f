// @says This is a whole cosine: it falls, and climbs again. Half of one ends at π, not at 2π.
export function rates(peak: number, warmup: number, total: number): number[] {
  return Array.from({ length: total }, (_, step) => {
    if (step < warmup) return (peak * (step + 1)) / warmup;
    const t = (step - warmup) / (total - warmup);
    return (peak * (1 + Math.cos(2 * Math.PI * t))) / 2;
  });
}
