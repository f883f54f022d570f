/** Values in words: calls as the learner would write them, tensors as PyTorch prints them, grids of cells. */

import { type DType, dtypeNamed } from 'torch/dtype';
import { NdArray } from 'torch/ndarray';
import { formatTensor } from 'torch/print';
import { bothOf, type Language } from './both.ts';
import type { CaseInput, Grid, TensorData, Value } from './types.ts';

/** More cells than this are not drawn. */
const gridLimit = 400;

/** A value as it is printed in TypeScript and in Python, as `inBoth` takes it apart. */
export function textOf(value: Value): string {
  return bothOf((language) => printed(value, language));
}

function printed(value: Value, language: Language): string {
  switch (value.kind) {
    case 'tensor':
      return tensorText(value, value.shape);
    case 'ndarray':
      return new NdArray(value.data, value.shape, { dtype: dtypeOf(value) }).repr();
    case 'plain':
      return plainText(value.value, language);
    case 'list':
      return `[${value.items.map((item) => printed(item, language)).join(', ')}]`;
    case 'other':
      return value.name;
  }
}

/** Python's words for what TypeScript writes otherwise. */
const inPython: Readonly<Record<string, string>> = {
  ...{ true: 'True', false: 'False', null: 'None' },
  ...{ NaN: 'nan', Infinity: 'inf', '-Infinity': '-inf' },
};

/** As it is written in code: JSON has no nan and no -0. */
function plainText(value: number | string | boolean | null, language: Language): string {
  if (typeof value === 'string') return JSON.stringify(value);
  const text = Object.is(value, -0) ? '-0' : String(value);
  return language === 'py' ? (inPython[text] ?? text) : text;
}

function dtypeOf({ dtype }: TensorData): DType {
  return dtypeNamed(dtype)!;
}

/** By the engine's printing alone: whoever judges needs no engine. */
function tensorText(data: TensorData, sizes: readonly number[]): string {
  const dtype = dtypeOf(data);
  const read = (flat: number) => (data.dtype === 'bool' ? data.data[flat] !== 0 : data.data[flat]);
  return formatTensor({ sizes, dtype, read }, { requires_grad: data.requires_grad });
}

/** `row_sums(tensor([[1., 2.]]))`, with large arguments shortened by PyTorch's own summaries. */
export function callText(input: CaseInput): string {
  return bothOf(
    (language) => `${input.function}(${input.args.map((value) => printed(value, language)).join(', ')})`,
  );
}

/** Each element as PyTorch prints it within its tensor: all with one number of digits. */
function cellsOf(data: TensorData): string[] {
  if (data.data.length === 0) return [];
  const text = tensorText(data, [Math.min(data.data.length, gridLimit)]);
  const inside = text.slice(text.indexOf('[') + 1, text.lastIndexOf(']'));
  return inside.split(',').map((cell) => cell.trim());
}

export function gridOf(data: TensorData, differing: readonly number[]): Grid {
  return {
    dtype: data.dtype,
    shape: data.shape,
    strides: data.strides,
    cells: cellsOf(data),
    differing: differing.filter((flat) => flat < gridLimit),
  };
}

/** `float32 tensor of shape [2, 3]` */
export function describeTensor({ kind, dtype, shape }: TensorData): string {
  return `${dtype} ${kind === 'tensor' ? 'tensor' : 'array'} of shape [${shape.join(', ')}]`;
}

/** What kind of thing a value is, with its article. */
export function kindOfValue(value: Value): string {
  switch (value.kind) {
    case 'tensor':
      return 'a tensor';
    case 'ndarray':
      return 'a NumPy array';
    case 'list':
      return 'a list';
    case 'other':
      return value.name;
    case 'plain':
      return value.value === null ? 'nothing' : `a ${typeof value.value}`;
  }
}
