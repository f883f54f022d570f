// @says The bias belongs inside the tanh: it moves the place where the neuron bends.
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

function neuron(w: Value[], x: Value[], b: Value): Value {
  let sum = new Value(0);
  w.forEach((weight, k) => {
    sum = sum.add(weight.mul(x[k]));
  });
  return sum.tanh().add(b);
}

/** What the neuron gives, then the gradients of its weights and of its bias. Leave this as it is. */
export function neuron_slopes(weights: number[], inputs: number[], bias: number): number[] {
  const w = weights.map((weight) => new Value(weight));
  const b = new Value(bias);
  const output = neuron(
    w,
    inputs.map((input) => new Value(input)),
    b,
  );
  output.backward();
  return [output.data, ...w.map(({ grad }) => grad), b.grad];
}
