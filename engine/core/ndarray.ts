import { type DType, dtypes, type TypedArray } from './dtype.ts';
export class NdArray {
  data: TypedArray;
  shape: number[];
  strides: number[];
  dtype: DType;
  constructor(data: TypedArray, shape: number[], options: { strides?: number[]; dtype?: DType } = {}) {
    this.data = data;
    this.shape = shape;
    this.dtype = options.dtype ?? dtypes.find((d) => data instanceof d.arrayType)!;
    this.strides = options.strides ?? shape.map((_, i) => shape.slice(i + 1).reduce((a, b) => a * b, 1));
  }
}
