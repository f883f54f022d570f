// @says The sine climbs at 0: its slope is the cosine, without a minus.
class Value {
  data: number;
  grad = 0;
  /** What it was computed from, each with its local slope. */
  inputs: [Value, number][];

  constructor(data: number, inputs: [Value, number][] = []) {
    this.data = data;
    this.inputs = inputs;
  }

  pow(n: number): Value {
    return new Value(this.data ** n, [[this, n * this.data ** (n - 1)]]);
  }

  exp(): Value {
    const result = Math.exp(this.data);
    return new Value(result, [[this, result]]);
  }

  sin(): Value {
    return new Value(Math.sin(this.data), [[this, -Math.cos(this.data)]]);
  }

  tanh(): Value {
    const result = Math.tanh(this.data);
    return new Value(result, [[this, 1 - result ** 2]]);
  }

  relu(): Value {
    return new Value(Math.max(0, this.data), [[this, this.data > 0 ? 1 : 0]]);
  }
}

/** For each operation on `x`: its result and its slope. Leave this as it is. */
export function slopes(x: number, n: number): number[][] {
  const value = new Value(x);
  const results = [value.pow(n), value.exp(), value.sin(), value.tanh(), value.relu()];
  return results.map(({ data, inputs }) => [data, inputs[0][1]]);
}
