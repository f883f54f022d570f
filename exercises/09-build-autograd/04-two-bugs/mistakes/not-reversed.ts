// @says The order is right, but it is walked from the leaves: begin at its end, with the result.
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
    for (const value of order) {
      for (const [input, slope] of value.inputs) input.grad += slope * value.grad;
    }
  }
}

/** The result of a formula and the gradients of its three inputs. Leave this as it is. */
export function formula(a: number, b: number, c: number): number[] {
  const [x, y, z] = [new Value(a), new Value(b), new Value(c)];
  const shared = x.mul(y);
  const early = shared.mul(z);
  const late = early.add(shared);
  const result = shared.mul(late).add(late.mul(late));
  result.backward();
  return [result.data, x.grad, y.grad, z.grad];
}
