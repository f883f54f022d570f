/** Generated from the operator records by `npm run generate`. Do not edit: change the record. */

import './ops/index.ts';
import type { DType, Scalar } from './core/dtype.ts';
import type { IndexEntry } from './core/indexing.ts';
import { operatorNamed } from './core/operator.ts';
import type { Tensor } from './core/tensor.ts';

/** The absolute value. */
export const abs: {
  (input: Tensor): Tensor;
} = operatorNamed('abs').call;

/** Adds `alpha` times `other`. */
export const add: {
  (input: Tensor, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
} = operatorNamed('add').call;

/** A view of all of a tensor, as `a[...]` gives it. */
export const alias: {
  (input: Tensor): Tensor;
} = operatorNamed('alias').call;

/** Numbers from `start` (0 where only an end is given) to before `end`, `step` apart. */
export const arange: {
  (start: Scalar, options?: { end?: Scalar | null; step?: Scalar; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  (start: Scalar, end: Scalar | null, options?: { step?: Scalar; dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  (start: Scalar, end: Scalar | null, step: Scalar, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
} = operatorNamed('arange').call;

/** Any sizes and strides on the same storage. @throws RuntimeError where they reach outside of it. */
export const as_strided: {
  (input: Tensor, size: number | readonly number[], stride: number | readonly number[], options?: { storage_offset?: number | null }): Tensor;
  (input: Tensor, size: number | readonly number[], stride: number | readonly number[], storage_offset: number | null): Tensor;
} = operatorNamed('as_strided').call;

/** The data as a tensor, without a copy where it is a tensor or an NdArray of that type and device already. */
export const as_tensor: {
  (data: any, options?: { dtype?: DType | null; device?: string | null }): Tensor;
} = operatorNamed('as_tensor').call;

/** Inverts all bits; for bool the logical not. Python's `~`. */
export const bitwise_not: {
  (input: Tensor): Tensor;
} = operatorNamed('bitwise_not').call;

/** The products of two batches of matrices: (b, n, k) times (b, k, m). */
export const bmm: {
  (input: Tensor, mat2: Tensor): Tensor;
} = operatorNamed('bmm').call;

/** Tensors joined along a dimension; their other sizes are the same. */
export const cat: {
  (tensors: readonly Tensor[], options?: { dim?: number }): Tensor;
  (tensors: readonly Tensor[], dim: number): Tensor;
} = operatorNamed('cat').call;

/** A copy on memory of its own. Gradients flow through it. */
export const clone: {
  (input: Tensor, options?: { memory_format?: string }): Tensor;
} = operatorNamed('clone').call;

/** The cosine of an angle in radians. */
export const cos: {
  (input: Tensor): Tensor;
} = operatorNamed('cos').call;

/** A tensor on the same memory that takes no part in autograd. */
export const detach: {
  (input: Tensor): Tensor;
} = operatorNamed('detach').call;

/** Divides element by element. Integers divide to floats, unless `rounding_mode` is `floor` or `trunc`. */
export const div: {
  (input: Tensor, other: Tensor | Scalar, options?: { rounding_mode?: string | null }): Tensor;
} = operatorNamed('div').call;

/** The sum of the products of two vectors of one length. */
export const dot: {
  (input: Tensor, tensor: Tensor): Tensor;
} = operatorNamed('dot').call;

/** A tensor of that size, of whatever the memory holds (here: zeros). */
export const empty: {
  (size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  (...size: (number | { dtype?: DType | null; device?: string | null; requires_grad?: boolean })[]): Tensor;
} = operatorNamed('empty').call;

/** A tensor of the size and type of another, of whatever the memory holds (here: zeros). */
export const empty_like: {
  (input: Tensor, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
} = operatorNamed('empty_like').call;

/** A tensor of that size on memory laid out by those strides. */
export const empty_strided: {
  (size: number | readonly number[], stride: number | readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
} = operatorNamed('empty_strided').call;

/** Whether each element is equal to `other`'s. */
export const eq: {
  (input: Tensor, other: Tensor | Scalar): Tensor;
} = operatorNamed('eq').call;

/** e to the power of each element. */
export const exp: {
  (input: Tensor): Tensor;
} = operatorNamed('exp').call;

/** Divides and rounds down, as Python's `//` does. */
export const floor_divide: {
  (input: Tensor, other: Tensor | Scalar): Tensor;
} = operatorNamed('floor_divide').call;

/** What is left by a division that rounds towards zero, as C's `fmod`: it has the sign of this tensor. */
export const fmod: {
  (input: Tensor, other: Tensor | Scalar): Tensor;
} = operatorNamed('fmod').call;

/** A tensor on the memory of an NdArray: a write to either is seen in both. */
export const from_numpy: {
  (ndarray: any): Tensor;
} = operatorNamed('from_numpy').call;

/** A tensor of that size, filled with one value, whose type it has unless told otherwise. */
export const full: {
  (size: readonly number[], fill_value: Scalar, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
} = operatorNamed('full').call;

/** A tensor of the size and type of another, filled with one value. */
export const full_like: {
  (input: Tensor, fill_value: Scalar, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
} = operatorNamed('full_like').call;

/** Whether each element is at least `other`'s. */
export const ge: {
  (input: Tensor, other: Tensor | Scalar): Tensor;
} = operatorNamed('ge').call;

/** Whether each element is greater than `other`'s. */
export const gt: {
  (input: Tensor, other: Tensor | Scalar): Tensor;
} = operatorNamed('gt').call;

/** Whether each element is at most `other`'s. */
export const le: {
  (input: Tensor, other: Tensor | Scalar): Tensor;
} = operatorNamed('le').call;

/** The natural logarithm. */
export const log: {
  (input: Tensor): Tensor;
} = operatorNamed('log').call;

/** Whether both elements are true (not zero). */
export const logical_and: {
  (input: Tensor, other: Tensor | Scalar): Tensor;
} = operatorNamed('logical_and').call;

/** Whether each element is false (zero). */
export const logical_not: {
  (input: Tensor): Tensor;
} = operatorNamed('logical_not').call;

/** Whether either element is true (not zero). */
export const logical_or: {
  (input: Tensor, other: Tensor | Scalar): Tensor;
} = operatorNamed('logical_or').call;

/** Whether exactly one of the elements is true (not zero). */
export const logical_xor: {
  (input: Tensor, other: Tensor | Scalar): Tensor;
} = operatorNamed('logical_xor').call;

/** Whether each element is less than `other`'s. */
export const lt: {
  (input: Tensor, other: Tensor | Scalar): Tensor;
} = operatorNamed('lt').call;

/** Python's `@`: dot product, matrix times vector, matrix times matrix, or batches of them, by the ranks. */
export const matmul: {
  (input: Tensor, other: Tensor): Tensor;
} = operatorNamed('matmul').call;

/** The mean of all elements, or along dimensions, of a floating point tensor. */
export const mean: {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
} = operatorNamed('mean').call;

/** The product of two matrices. */
export const mm: {
  (input: Tensor, mat2: Tensor): Tensor;
} = operatorNamed('mm').call;

/** Multiplies element by element. */
export const mul: {
  (input: Tensor, other: Tensor | Scalar): Tensor;
} = operatorNamed('mul').call;

/** A matrix times a vector. */
export const mv: {
  (input: Tensor, vec: Tensor): Tensor;
} = operatorNamed('mv').call;

/** The slice of that length along a dimension: a view. */
export const narrow: {
  (input: Tensor, dim: number, start: number, length: number): Tensor;
} = operatorNamed('narrow').call;

/** Whether each element is different from `other`'s. */
export const ne: {
  (input: Tensor, other: Tensor | Scalar): Tensor;
} = operatorNamed('ne').call;

/** The negative of each element. */
export const neg: {
  (input: Tensor): Tensor;
} = operatorNamed('neg').call;

/** The positions of all elements that are not zero: one row each, or with `as_tuple` one vector a dimension. */
export const nonzero: {
  (input: Tensor, options?: { as_tuple?: boolean }): any;
} = operatorNamed('nonzero').call;

/** A tensor of that size, filled with 1. */
export const ones: {
  (size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  (...size: (number | { dtype?: DType | null; device?: string | null; requires_grad?: boolean })[]): Tensor;
} = operatorNamed('ones').call;

/** A tensor of the size and type of another, filled with 1. */
export const ones_like: {
  (input: Tensor, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
} = operatorNamed('ones_like').call;

/** Every element of one vector times every element of another. */
export const outer: {
  (input: Tensor, vec2: Tensor): Tensor;
} = operatorNamed('outer').call;

/** The dimensions in another order. */
export const permute: {
  (input: Tensor, dims: readonly number[]): Tensor;
  (input: Tensor, ...dims: number[]): Tensor;
} = operatorNamed('permute').call;

/** Raises each element to a power. */
export const pow: {
  (input: Tensor | Scalar, exponent: Tensor | Scalar): Tensor;
} = operatorNamed('pow').call;

/** One divided by each element. */
export const reciprocal: {
  (input: Tensor): Tensor;
} = operatorNamed('reciprocal').call;

/** Negative elements replaced by 0. */
export const relu: {
  (input: Tensor): Tensor;
} = operatorNamed('relu').call;

/** What is left by a division that rounds down, as Python's `%`: it has the sign of `other`. */
export const remainder: {
  (input: Tensor | Scalar, other: Tensor | Scalar): Tensor;
} = operatorNamed('remainder').call;

/** The same elements under other sizes: a view where possible, a copy otherwise. */
export const reshape: {
  (input: Tensor, shape: readonly number[]): Tensor;
  (input: Tensor, ...shape: number[]): Tensor;
} = operatorNamed('reshape').call;

/** Subtracts `alpha` times this tensor from `other`: `1 - x` is `torch.rsub(x, 1)`. */
export const rsub: {
  (input: Tensor, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
} = operatorNamed('rsub').call;

/** One slice along a dimension, which disappears. */
export const select: {
  (input: Tensor, dim: number, index: number): Tensor;
} = operatorNamed('select').call;

/** The logistic function 1 / (1 + e^-x). */
export const sigmoid: {
  (input: Tensor): Tensor;
} = operatorNamed('sigmoid').call;

/** -1, 0 or 1 by the sign. */
export const sign: {
  (input: Tensor): Tensor;
} = operatorNamed('sign').call;

/** The sine of an angle in radians. */
export const sin: {
  (input: Tensor): Tensor;
} = operatorNamed('sin').call;

/** The square root. */
export const sqrt: {
  (input: Tensor): Tensor;
} = operatorNamed('sqrt').call;

/** Without its dimensions of size 1: all of them, or those named that have it. */
export const squeeze: {
  (input: Tensor, options?: { dim?: number | readonly number[] | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null): Tensor;
} = operatorNamed('squeeze').call;

/** Tensors of one size joined along a new dimension. */
export const stack: {
  (tensors: readonly Tensor[], options?: { dim?: number }): Tensor;
  (tensors: readonly Tensor[], dim: number): Tensor;
} = operatorNamed('stack').call;

/** Subtracts `alpha` times `other`. */
export const sub: {
  (input: Tensor, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
} = operatorNamed('sub').call;

/** The sum of all elements, or along dimensions. Integers and bools sum to int64. */
export const sum: {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
} = operatorNamed('sum').call;

/** The transpose of a matrix. A vector or scalar is its own. */
export const t: {
  (input: Tensor): Tensor;
} = operatorNamed('t').call;

/** The hyperbolic tangent. */
export const tanh: {
  (input: Tensor): Tensor;
} = operatorNamed('tanh').call;

/** A tensor that copies its data: nested arrays of numbers, a typed array, an NdArray or a single number. Whole numbers alone give int64, any fraction float32, true and false bool. */
export const tensor: {
  (data: any, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
} = operatorNamed('tensor').call;

/** Two dimensions exchanged. */
export const transpose: {
  (input: Tensor, dim0: number, dim1: number): Tensor;
} = operatorNamed('transpose').call;

/** Rounded towards zero. */
export const trunc: {
  (input: Tensor): Tensor;
} = operatorNamed('trunc').call;

/** All slices along a dimension, which disappears, as an array of views. */
export const unbind: {
  (input: Tensor, options?: { dim?: number }): Tensor[];
  (input: Tensor, dim: number): Tensor[];
} = operatorNamed('unbind').call;

/** A new dimension of size 1 at that place. */
export const unsqueeze: {
  (input: Tensor, dim: number): Tensor;
} = operatorNamed('unsqueeze').call;

/** Elements of one tensor where the condition holds, of another elsewhere; with the condition alone, the positions where it holds. */
export const where: {
  (condition: Tensor, options?: { self?: Tensor | Scalar | null; other?: Tensor | Scalar | null }): any;
  (condition: Tensor, input: Tensor | Scalar | null, options?: { other?: Tensor | Scalar | null }): any;
  (condition: Tensor, input: Tensor | Scalar | null, other: Tensor | Scalar | null): any;
} = operatorNamed('where').call;

/** A tensor of that size, filled with 0. */
export const zeros: {
  (size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
  (...size: (number | { dtype?: DType | null; device?: string | null; requires_grad?: boolean })[]): Tensor;
} = operatorNamed('zeros').call;

/** A tensor of the size and type of another, filled with 0. */
export const zeros_like: {
  (input: Tensor, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
} = operatorNamed('zeros_like').call;

declare module './core/tensor.ts' {
  interface Tensor {
    /** The absolute value. */
    abs(): Tensor;
    /** In-place form of `abs`: writes the result into this tensor and returns it. */
    abs_(): this;
    /** Adds `alpha` times `other`. */
    add(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
    /** In-place form of `add`: writes the result into this tensor and returns it. */
    add_(other: Tensor | Scalar, options?: { alpha?: Scalar }): this;
    /** Any sizes and strides on the same storage. @throws RuntimeError where they reach outside of it. */
    as_strided(size: number | readonly number[], stride: number | readonly number[], options?: { storage_offset?: number | null }): Tensor;
    as_strided(size: number | readonly number[], stride: number | readonly number[], storage_offset: number | null): Tensor;
    /** Inverts all bits; for bool the logical not. Python's `~`. */
    bitwise_not(): Tensor;
    /** In-place form of `bitwise_not`: writes the result into this tensor and returns it. */
    bitwise_not_(): this;
    /** The products of two batches of matrices: (b, n, k) times (b, k, m). */
    bmm(mat2: Tensor): Tensor;
    /** This tensor as bool: itself where it is that already. */
    bool(): Tensor;
    /** This tensor as uint8: itself where it is that already. */
    byte(): Tensor;
    /** This tensor as int8: itself where it is that already. */
    char(): Tensor;
    /** A copy on memory of its own. Gradients flow through it. */
    clone(options?: { memory_format?: string }): Tensor;
    /** This tensor where it lies in row-major order without gaps, a copy that does otherwise. */
    contiguous(): Tensor;
    /** Writes another tensor (or a number) into this one, broadcast and cast to fit. */
    copy_(src: Tensor | Scalar): this;
    /** The cosine of an angle in radians. */
    cos(): Tensor;
    /** In-place form of `cos`: writes the result into this tensor and returns it. */
    cos_(): this;
    /** A tensor on the same memory that takes no part in autograd. */
    detach(): Tensor;
    /** Takes this tensor out of the graph: it becomes a leaf that requires no grad. */
    detach_(): this;
    /** Divides element by element. Integers divide to floats, unless `rounding_mode` is `floor` or `trunc`. */
    div(other: Tensor | Scalar, options?: { rounding_mode?: string | null }): Tensor;
    /** In-place form of `div`: writes the result into this tensor and returns it. */
    div_(other: Tensor | Scalar, options?: { rounding_mode?: string | null }): this;
    /** The sum of the products of two vectors of one length. */
    dot(tensor: Tensor): Tensor;
    /** This tensor as float64: itself where it is that already. */
    double(): Tensor;
    /** Whether each element is equal to `other`'s. */
    eq(other: Tensor | Scalar): Tensor;
    /** In-place form of `eq`: writes the result into this tensor and returns it. */
    eq_(other: Tensor | Scalar): this;
    /** e to the power of each element. */
    exp(): Tensor;
    /** In-place form of `exp`: writes the result into this tensor and returns it. */
    exp_(): this;
    /** Dimensions of size 1 repeated, and new ones put in front, without a copy: their stride is 0. -1 keeps a size. */
    expand(size: readonly number[]): Tensor;
    expand(...size: number[]): Tensor;
    /** This tensor expanded to the other's sizes. */
    expand_as(other: Tensor): Tensor;
    /** Writes one value everywhere. */
    fill_(value: Tensor | Scalar): this;
    /** This tensor as float32: itself where it is that already. */
    float(): Tensor;
    /** Divides and rounds down, as Python's `//` does. */
    floor_divide(other: Tensor | Scalar): Tensor;
    /** In-place form of `floor_divide`: writes the result into this tensor and returns it. */
    floor_divide_(other: Tensor | Scalar): this;
    /** What is left by a division that rounds towards zero, as C's `fmod`: it has the sign of this tensor. */
    fmod(other: Tensor | Scalar): Tensor;
    /** In-place form of `fmod`: writes the result into this tensor and returns it. */
    fmod_(other: Tensor | Scalar): this;
    /** Whether each element is at least `other`'s. */
    ge(other: Tensor | Scalar): Tensor;
    /** In-place form of `ge`: writes the result into this tensor and returns it. */
    ge_(other: Tensor | Scalar): this;
    /** Whether each element is greater than `other`'s. */
    gt(other: Tensor | Scalar): Tensor;
    /** In-place form of `gt`: writes the result into this tensor and returns it. */
    gt_(other: Tensor | Scalar): this;
    /** This tensor as float16: itself where it is that already. */
    half(): Tensor;
    /** What Python writes as `a[…]`: numbers, slices as text, `...`, null for None, lists, tensors and masks. */
    index(...indices: IndexEntry[]): Tensor;
    /** What Python writes as `a[indices] = values`, or with `accumulate` adds. The indices are a list, one entry a dimension. */
    index_put_(indices: any, values: Tensor | Scalar, options?: { accumulate?: boolean }): this;
    index_put_(indices: any, values: Tensor | Scalar, accumulate: boolean): this;
    /** This tensor as int32: itself where it is that already. */
    int(): Tensor;
    /** Whether each element is at most `other`'s. */
    le(other: Tensor | Scalar): Tensor;
    /** In-place form of `le`: writes the result into this tensor and returns it. */
    le_(other: Tensor | Scalar): this;
    /** The natural logarithm. */
    log(): Tensor;
    /** In-place form of `log`: writes the result into this tensor and returns it. */
    log_(): this;
    /** Whether both elements are true (not zero). */
    logical_and(other: Tensor | Scalar): Tensor;
    /** In-place form of `logical_and`: writes the result into this tensor and returns it. */
    logical_and_(other: Tensor | Scalar): this;
    /** Whether each element is false (zero). */
    logical_not(): Tensor;
    /** In-place form of `logical_not`: writes the result into this tensor and returns it. */
    logical_not_(): this;
    /** Whether either element is true (not zero). */
    logical_or(other: Tensor | Scalar): Tensor;
    /** In-place form of `logical_or`: writes the result into this tensor and returns it. */
    logical_or_(other: Tensor | Scalar): this;
    /** Whether exactly one of the elements is true (not zero). */
    logical_xor(other: Tensor | Scalar): Tensor;
    /** In-place form of `logical_xor`: writes the result into this tensor and returns it. */
    logical_xor_(other: Tensor | Scalar): this;
    /** This tensor as int64: itself where it is that already. */
    long(): Tensor;
    /** Whether each element is less than `other`'s. */
    lt(other: Tensor | Scalar): Tensor;
    /** In-place form of `lt`: writes the result into this tensor and returns it. */
    lt_(other: Tensor | Scalar): this;
    /** Python's `@`: dot product, matrix times vector, matrix times matrix, or batches of them, by the ranks. */
    matmul(other: Tensor): Tensor;
    /** The mean of all elements, or along dimensions, of a floating point tensor. */
    mean(options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
    mean(dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
    mean(dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
    /** The product of two matrices. */
    mm(mat2: Tensor): Tensor;
    /** Multiplies element by element. */
    mul(other: Tensor | Scalar): Tensor;
    /** In-place form of `mul`: writes the result into this tensor and returns it. */
    mul_(other: Tensor | Scalar): this;
    /** A matrix times a vector. */
    mv(vec: Tensor): Tensor;
    /** The slice of that length along a dimension: a view. */
    narrow(dim: number, start: number, length: number): Tensor;
    /** Whether each element is different from `other`'s. */
    ne(other: Tensor | Scalar): Tensor;
    /** In-place form of `ne`: writes the result into this tensor and returns it. */
    ne_(other: Tensor | Scalar): this;
    /** The negative of each element. */
    neg(): Tensor;
    /** In-place form of `neg`: writes the result into this tensor and returns it. */
    neg_(): this;
    /** A tensor of that size and of this tensor's type and device, of whatever the memory holds (here: zeros). */
    new_empty(size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
    new_empty(...size: (number | { dtype?: DType | null; device?: string | null; requires_grad?: boolean })[]): Tensor;
    /** A tensor of that size and of this tensor's type and device, filled with one value. */
    new_full(size: number | readonly number[], fill_value: Scalar, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
    /** A tensor of that size and of this tensor's type and device, filled with 1. */
    new_ones(size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
    new_ones(...size: (number | { dtype?: DType | null; device?: string | null; requires_grad?: boolean })[]): Tensor;
    /** A tensor that copies its data, of this tensor's type and device. */
    new_tensor(data: any, options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
    /** A tensor of that size and of this tensor's type and device, filled with 0. */
    new_zeros(size: readonly number[], options?: { dtype?: DType | null; device?: string | null; requires_grad?: boolean }): Tensor;
    new_zeros(...size: (number | { dtype?: DType | null; device?: string | null; requires_grad?: boolean })[]): Tensor;
    /** The positions of all elements that are not zero: one row each, or with `as_tuple` one vector a dimension. */
    nonzero(options?: { as_tuple?: boolean }): any;
    /** Every element of one vector times every element of another. */
    outer(vec2: Tensor): Tensor;
    /** The dimensions in another order. */
    permute(dims: readonly number[]): Tensor;
    permute(...dims: number[]): Tensor;
    /** Raises each element to a power. */
    pow(exponent: Tensor | Scalar): Tensor;
    /** In-place form of `pow`: writes the result into this tensor and returns it. */
    pow_(exponent: Tensor | Scalar): this;
    /** One divided by each element. */
    reciprocal(): Tensor;
    /** In-place form of `reciprocal`: writes the result into this tensor and returns it. */
    reciprocal_(): this;
    /** Negative elements replaced by 0. */
    relu(): Tensor;
    /** In-place form of `relu`: writes the result into this tensor and returns it. */
    relu_(): this;
    /** What is left by a division that rounds down, as Python's `%`: it has the sign of `other`. */
    remainder(other: Tensor | Scalar): Tensor;
    /** In-place form of `remainder`: writes the result into this tensor and returns it. */
    remainder_(other: Tensor | Scalar): this;
    /** The same elements under other sizes: a view where possible, a copy otherwise. */
    reshape(shape: readonly number[]): Tensor;
    reshape(...shape: number[]): Tensor;
    /** Subtracts `alpha` times this tensor from `other`: `1 - x` is `torch.rsub(x, 1)`. */
    rsub(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
    /** One slice along a dimension, which disappears. */
    select(dim: number, index: number): Tensor;
    /** This tensor as int16: itself where it is that already. */
    short(): Tensor;
    /** The logistic function 1 / (1 + e^-x). */
    sigmoid(): Tensor;
    /** In-place form of `sigmoid`: writes the result into this tensor and returns it. */
    sigmoid_(): this;
    /** -1, 0 or 1 by the sign. */
    sign(): Tensor;
    /** In-place form of `sign`: writes the result into this tensor and returns it. */
    sign_(): this;
    /** The sine of an angle in radians. */
    sin(): Tensor;
    /** In-place form of `sin`: writes the result into this tensor and returns it. */
    sin_(): this;
    /** The elements from `start` to before `end` along a dimension, every `step`th. */
    slice(options?: { dim?: number; start?: number | null; end?: number | null; step?: number }): Tensor;
    slice(dim: number, options?: { start?: number | null; end?: number | null; step?: number }): Tensor;
    slice(dim: number, start: number | null, options?: { end?: number | null; step?: number }): Tensor;
    slice(dim: number, start: number | null, end: number | null, options?: { step?: number }): Tensor;
    slice(dim: number, start: number | null, end: number | null, step: number): Tensor;
    /** The square root. */
    sqrt(): Tensor;
    /** In-place form of `sqrt`: writes the result into this tensor and returns it. */
    sqrt_(): this;
    /** Without its dimensions of size 1: all of them, or those named that have it. */
    squeeze(options?: { dim?: number | readonly number[] | null }): Tensor;
    squeeze(dim: number | readonly number[] | null): Tensor;
    /** Subtracts `alpha` times `other`. */
    sub(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
    /** In-place form of `sub`: writes the result into this tensor and returns it. */
    sub_(other: Tensor | Scalar, options?: { alpha?: Scalar }): this;
    /** The sum of all elements, or along dimensions. Integers and bools sum to int64. */
    sum(options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
    sum(dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
    sum(dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
    /** Sums over the dimensions along which a tensor of that size would be broadcast to this one. */
    sum_to_size(size: readonly number[]): Tensor;
    sum_to_size(...size: number[]): Tensor;
    /** The transpose of a matrix. A vector or scalar is its own. */
    t(): Tensor;
    /** The hyperbolic tangent. */
    tanh(): Tensor;
    /** In-place form of `tanh`: writes the result into this tensor and returns it. */
    tanh_(): this;
    /** This tensor as another type, or on another device: itself where nothing changes. */
    to(options?: { target?: any; other?: any; dtype?: DType | null; device?: string | null; copy?: boolean }): Tensor;
    to(target: any, options?: { other?: any; dtype?: DType | null; device?: string | null; copy?: boolean }): Tensor;
    to(target: any, other: any, options?: { dtype?: DType | null; device?: string | null; copy?: boolean }): Tensor;
    /** Two dimensions exchanged. */
    transpose(dim0: number, dim1: number): Tensor;
    /** Rounded towards zero. */
    trunc(): Tensor;
    /** In-place form of `trunc`: writes the result into this tensor and returns it. */
    trunc_(): this;
    /** This tensor in the other's type. */
    type_as(other: Tensor): Tensor;
    /** All slices along a dimension, which disappears, as an array of views. */
    unbind(options?: { dim?: number }): Tensor[];
    unbind(dim: number): Tensor[];
    /** A new dimension of size 1 at that place. */
    unsqueeze(dim: number): Tensor;
    /** The same elements under other sizes, on the same memory. One size may be -1. Fails where no strides can do it. */
    view(size: readonly number[]): Tensor;
    view(...size: number[]): Tensor;
    /** This tensor viewed with the other's sizes. */
    view_as(other: Tensor): Tensor;
    /** This tensor on the GPU: itself where it is there. */
    webgpu(): Tensor;
    /** Elements of one tensor where the condition holds, of another elsewhere; with the condition alone, the positions where it holds. */
    where(condition: Tensor, options?: { other?: Tensor | Scalar | null }): any;
    where(condition: Tensor, other: Tensor | Scalar | null): any;
    /** Writes zeros everywhere. */
    zero_(): this;
  }
}
