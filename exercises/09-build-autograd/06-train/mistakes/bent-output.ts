// @says The output is bent, too: only the hidden neurons have a tanh.
class Value {
  data: number;
  grad = 0;
  /** What it was computed from, each with its local slope. */
  inputs: [Value, number][];

  constructor(data: number, inputs: [Value, number][] = []) {
    this.data = data;
    this.inputs = inputs;
  }

  add(other: Value): Value {
    return new Value(this.data + other.data, [
      [this, 1],
      [other, 1],
    ]);
  }

  mul(other: Value): Value {
    return new Value(this.data * other.data, [
      [this, other.data],
      [other, this.data],
    ]);
  }

  tanh(): Value {
    const result = Math.tanh(this.data);
    return new Value(result, [[this, 1 - result ** 2]]);
  }

  backward(): void {
    const order: Value[] = [];
    const seen = new Set<Value>();
    const visit = (value: Value): void => {
      if (seen.has(value)) return;
      seen.add(value);
      for (const [input] of value.inputs) visit(input);
      order.push(value);
    };
    visit(this);
    this.grad = 1;
    for (const value of order.reverse()) {
      for (const [input, slope] of value.inputs) input.grad += slope * value.grad;
    }
  }
}

function predict(weights: Value[][], x: number[]): Value {
  const inputs = x.map((each) => new Value(each));
  const layer = (row: Value[], from: Value[]): Value =>
    from.reduce((sum, value, k) => sum.add(row[k].mul(value)), row[from.length]);
  const hidden = weights.slice(0, -1).map((row) => layer(row, inputs).tanh());
  return layer(weights[weights.length - 1], hidden).tanh();
}

export function train(points: number[][], targets: number[], start: number[][], steps: number): number[] {
  const weights = start.map((row) => row.map((weight) => new Value(weight)));
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    let sum = new Value(0);
    points.forEach((x, k) => {
      const error = predict(weights, x).add(new Value(-targets[k]));
      sum = sum.add(error.mul(error));
    });
    const loss = sum.mul(new Value(1 / points.length));
    losses.push(loss.data);
    for (const weight of weights.flat()) weight.grad = 0;
    loss.backward();
    for (const weight of weights.flat()) weight.data -= 0.1 * weight.grad;
  }
  return losses;
}
