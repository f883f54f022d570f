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
    return new Value(this.data ** n, [[this, 1]]);
  }

  exp(): Value {
    return new Value(Math.exp(this.data), [[this, 1]]);
  }

  sin(): Value {
    return new Value(Math.sin(this.data), [[this, 1]]);
  }

  tanh(): Value {
    return new Value(Math.tanh(this.data), [[this, 1]]);
  }

  relu(): Value {
    return new Value(Math.max(0, this.data), [[this, 1]]);
  }
}

/** For each operation on `x`: its result and its slope. Leave this as it is. */
export function slopes(x: number, n: number): number[][] {
  const value = new Value(x);
  const results = [value.pow(n), value.exp(), value.sin(), value.tanh(), value.relu()];
  return results.map(({ data, inputs }) => [data, inputs[0][1]]);
}
