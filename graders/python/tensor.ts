/** What Python's syntax asks of a tensor: operators, indices, reading, attributes. All of it is the engine's own. */

import * as torch from 'torch';
import type { Bridge } from './bridge.ts';
import type { Py } from './brython.ts';
import { callOperator } from './calls.ts';
import { item, read } from './reading.ts';

/** Python's operators by the operator that computes them. */
const binary: Record<string, string> = {
  add: 'add',
  sub: 'sub',
  mul: 'mul',
  truediv: 'div',
  floordiv: 'floor_divide',
  mod: 'remainder',
  pow: 'pow',
  matmul: 'matmul',
  and: 'bitwise_and',
  or: 'bitwise_or',
  xor: 'bitwise_xor',
  lshift: 'bitwise_left_shift',
  rshift: 'bitwise_right_shift',
};
const comparisons = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'];
const unary: Record<string, string> = { neg: 'neg', pos: 'positive', invert: 'bitwise_not', abs: 'abs' };

type Method = (self: Py, ...args: Py[]) => Py;

/** Special methods by name. */
export function specialMethods(bridge: Bridge): Record<string, Method> {
  const methods: Record<string, Method> = {};
  const { NotImplemented } = bridge.brython.builtins;
  const operate = (name: string, ...args: Py[]): Py => {
    const operator = torch.operators.get(name)!;
    return bridge.toPython(callOperator(bridge, operator, args, false));
  };
  const isOperand = (value: Py): boolean =>
    bridge.isNumber(value) || value?.$js instanceof torch.Tensor || value?.$js instanceof torch.NdArray;
  const asOperand = (value: Py): Py =>
    value.$js instanceof torch.NdArray ? bridge.toPython(torch.from_numpy(value.$js)) : value;
  const define = (special: string, name: string, swapped: boolean): void => {
    if (!torch.operators.has(name)) return;
    methods[`__${special}__`] = (self, other) => {
      if (!isOperand(other)) return NotImplemented;
      return swapped ? operate(name, asOperand(other), self) : operate(name, self, asOperand(other));
    };
  };
  for (const [special, name] of Object.entries(binary)) {
    define(special, name, false);
    define(`r${special}`, name, true);
    define(`i${special}`, `${name}_`, false);
  }
  for (const name of comparisons) define(name, name, false);
  for (const [special, name] of Object.entries(unary))
    methods[`__${special}__`] = (self) => operate(name, self);
  // As PyTorch composes it: the graph shows a product.
  methods.__rsub__ = (self, other) =>
    isOperand(other) ? operate('rsub', self, asOperand(other)) : NotImplemented;
  methods.__rtruediv__ = (self, other) =>
    isOperand(other) ? operate('mul', operate('reciprocal', self), asOperand(other)) : NotImplemented;
  return { ...methods, ...reading(bridge), ...indexing(bridge) };
}

function reading(bridge: Bridge): Record<string, Method> {
  const number = (self: Py): number => {
    if (self.$js.numel() !== 1)
      throw new torch.ValueError('only one element tensors can be converted to Python scalars');
    return Number(item(self.$js));
  };
  return {
    __bool__: (self) => {
      const count = self.$js.numel();
      if (count > 1)
        throw new torch.RuntimeError('Boolean value of Tensor with more than one value is ambiguous');
      if (count === 0) throw new torch.RuntimeError('Boolean value of Tensor with no values is ambiguous');
      return number(self) !== 0;
    },
    __float__: (self) => bridge.float(number(self)),
    __int__: (self) => bridge.toPython(Math.trunc(number(self))),
    __index__: (self) => {
      const { dtype } = self.$js as torch.Tensor;
      if (dtype.is_floating_point || self.$js.numel() !== 1) {
        throw new TypeError('only integer tensors of a single element can be converted to an index');
      }
      return bridge.toPython(number(self));
    },
    __len__: (self) => {
      if (self.$js.ndim === 0) throw new TypeError('len() of a 0-d tensor');
      return self.$js.shape[0];
    },
    __contains__: (self, value) => {
      const other = bridge.toEngine(value);
      if (!(other instanceof torch.Tensor) && typeof other !== 'number' && typeof other !== 'boolean') {
        throw new torch.RuntimeError(
          `Tensor.__contains__ only supports Tensor or scalar, but you passed in a ${bridge.brython.builtins.type.$factory(value)}.`,
        );
      }
      return item((self.$js as torch.Tensor).eq(other).any()) !== 0;
    },
    __iter__: (self) => {
      if (self.$js.ndim === 0) throw new TypeError('iteration over a 0-d tensor');
      return bridge.brython.builtins.iter(bridge.list(self.$js.unbind(0)));
    },
    __hash__: (self) => bridge.brython.builtins.id(self),
    __repr__: (self) => textOf(self.$js),
    __str__: (self) => textOf(self.$js),
    item: (self) => scalar(bridge, self.$js),
    tolist: (self) => nested(bridge, self.$js),
    cpu: (self) => bridge.toPython(read(self.$js)),
  };
}

/** PyTorch's text, which for a tensor on the GPU is that of its copy here. */
export function textOf(tensor: torch.Tensor): string {
  return tensor.is_cpu ? String(tensor) : tensor.describe(read(tensor));
}

function scalar(bridge: Bridge, tensor: torch.Tensor): Py {
  return element(bridge, item(tensor), tensor.dtype);
}

function element(bridge: Bridge, value: number | bigint, dtype: torch.DType): Py {
  if (dtype === torch.bool) return Number(value) !== 0;
  return dtype.is_floating_point ? bridge.float(Number(value)) : bridge.toPython(BigInt(value));
}

/** Nested lists of the elements; the number itself for a tensor without dimensions. */
export function nested(bridge: Bridge, tensor: torch.Tensor): Py {
  const elements = read(tensor).toTypedArray();
  const { shape, dtype } = tensor;
  let next = 0;
  const level = (dim: number): Py =>
    dim === shape.length
      ? element(bridge, elements[next++], dtype)
      : bridge.brython.$list(Array.from({ length: shape[dim] }, () => level(dim + 1)));
  return level(0);
}

function indexing(bridge: Bridge): Record<string, Method> {
  const { tuple } = bridge.brython.builtins;
  const entry = (value: Py): unknown => {
    if (typeof value === 'string' || bridge.isFloat(value)) {
      throw new torch.IndexError(
        `only integers, slices (\`:\`), ellipsis (\`...\`), None and long or byte Variables are valid indices (got ${bridge.brython.class_name(value)})`,
      );
    }
    if (value?.$js instanceof torch.NdArray) return torch.from_numpy(value.$js);
    if (bridge.isSlice(value)) return torch.Slice(bound(value.start), bound(value.stop), bound(value.step));
    return bridge.toEngine(value);
  };
  /** A slice's bound: a tensor may stand for its number. */
  const bound = (value: Py): number | null => {
    const given = bridge.toEngine(value);
    return given instanceof torch.Tensor ? Number(item(given)) : (given as number | null);
  };
  const entries = (index: Py): unknown[] => {
    if (typeof index === 'string') throw new TypeError("new(): invalid data type 'str'");
    return entriesOf(index);
  };
  const entriesOf = (index: Py): unknown[] =>
    index?.__class__ === tuple ? [...index].map(entry) : [entry(index)];
  return {
    __getitem__: (self, index) => bridge.toPython(self.$js.index(...entries(index))),
    __setitem__: (self, index, value) => {
      const given = bridge.toEngine(value);
      if (!(given instanceof torch.Tensor) && !bridge.isNumber(value)) {
        const article = Array.isArray(given) || given instanceof torch.NdArray ? 'a' : 'an';
        throw new TypeError(
          `can't assign ${article} ${bridge.brython.class_name(value)} to a ${self.$js.dtype.className}`,
        );
      }
      self.$js.index_put_(entries(index), given);
      return bridge.none;
    },
  };
}
