/**
 * Sums in PyTorch's own order, so that they round as its sums do: several rows at once, each in the lanes of a vector
 * register, and partial sums of ever more terms on four levels.
 * Source: aten/src/ATen/native/cpu/SumKernel.cpp describes the algorithm. The lanes are those of AVX2, which PyTorch
 * takes for sums on every newer x86 processor too.
 */

import type { LoopNest } from './layout.ts';

type Floats = Float32Array | Float64Array;

/** One dimension of the loop: how many steps, and how far they go in the source and in the result (0: it is reduced). */
interface Dim {
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

const LEVELS = 4;
const ROWS = 4;

/** PyTorch splits longer sums among its threads: their order is nobody's to foresee. */
export const cascadeLimit = 32768;

export class CascadeSum {
  readonly #source: Floats;
  readonly #out: Floats;
  readonly #lanes: number;
  /** Partial sums by level, row and lane. Their type rounds them. */
  readonly #partial: Floats;
  readonly #final: Floats;

  constructor(source: Floats, out: Floats) {
    this.#source = source;
    this.#out = out;
    this.#lanes = source instanceof Float32Array ? 8 : 4;
    const array = source instanceof Float32Array ? Float32Array : Float64Array;
    this.#partial = new array(LEVELS * ROWS * this.#lanes);
    this.#final = new array(1);
  }

  /** Sums over the reduced dimensions into `out`, which holds zeros. */
  run(offset: number, outOffset: number, kept: LoopNest, reduced: LoopNest): void {
    const dims: Dim[] = [
      ...reduced.sizes.map((size, k) => ({ size, from: reduced.strides[0][k], to: 0 })).reverse(),
      ...kept.sizes.map((size, k) => ({ size, from: kept.strides[1][k], to: kept.strides[0][k] })).reverse(),
    ].filter(({ size }) => size !== 1);
    const none = { size: 1, from: 0, to: 0 };
    this.#outer(dims.slice(2), dims[0] ?? none, dims[1] ?? none, offset, outOffset);
  }

  #outer(dims: readonly Dim[], first: Dim, second: Dim, from: number, to: number): void {
    const dim = dims[dims.length - 1];
    if (!dim) this.#plane(first, second, from, to);
    else {
      const rest = dims.slice(0, -1);
      for (let k = 0; k < dim.size; k++) {
        this.#outer(rest, first, second, from + k * dim.from, to + k * dim.to);
      }
    }
  }

  /** The two innermost dimensions, by the loop that suits their layout. */
  #plane(first: Dim, second: Dim, from: number, to: number): void {
    const [inner, outer] = first.to !== 0 && second.to === 0 ? [second, first] : [first, second];
    if (inner.to !== 0) {
      for (let j = 0; j < outer.size; j++) {
        for (let i = 0; i < inner.size; i++) {
          this.#out[to + i * inner.to + j * outer.to] += this.#source[from + i * inner.from + j * outer.from];
        }
      }
    } else if (inner.from === 1 && inner.size >= this.#lanes) {
      for (let j = 0; j < outer.size; j++) {
        this.#out[to + j * outer.to] += this.#vectorRow(from + j * outer.from, inner.size);
      }
    } else if (outer.from === 1 && outer.size >= this.#lanes)
      this.#columns(inner, outer, from, to, this.#lanes);
    else if (inner.from < outer.from) {
      for (let j = 0; j < outer.size; j++) {
        this.#out[to + j * outer.to] += this.#row(from + j * outer.from, inner.from, inner.size, 1);
      }
    } else this.#columns(inner, outer, from, to, 1);
  }

  /** A row that lies in one piece: its vectors first, then what is left of it, then the lanes. */
  #vectorRow(from: number, size: number): number {
    const lanes = this.#lanes;
    const vectors = Math.floor(size / lanes);
    this.#row(from, lanes, vectors, lanes);
    const [final, source, partial] = [this.#final, this.#source, this.#partial];
    final[0] = 0;
    for (let k = vectors * lanes; k < size; k++) final[0] += source[from + k];
    for (let lane = 0; lane < lanes; lane++) final[0] += partial[lane];
    return final[0];
  }

  /** Rows of columns next to each other: four vectors (or columns) at a time, then one, then what is left. */
  #columns(inner: Dim, outer: Dim, from: number, to: number, lanes: number): void {
    let j = 0;
    const write = (count: number): void => {
      for (let k = 0; k < count; k++) this.#out[to + (j + k) * outer.to] += this.#partial[k];
      j += count;
    };
    while (j + ROWS * lanes <= outer.size) {
      this.#rows(from + j * outer.from, inner.from, lanes * outer.from, inner.size, lanes);
      write(ROWS * lanes);
    }
    while (lanes > 1 && j + lanes <= outer.size) {
      this.#row(from + j * outer.from, inner.from, inner.size, lanes);
      write(lanes);
    }
    while (j < outer.size) {
      this.#row(from + j * outer.from, inner.from, inner.size, 1);
      write(1);
    }
  }

  /** One row of vectors, as four that are joined at the end. The result is in the first row of partial sums. */
  #row(from: number, step: number, size: number, lanes: number): number {
    const quarter = Math.floor(size / ROWS);
    this.#rows(from, step * ROWS, step, quarter, lanes);
    const [source, partial] = [this.#source, this.#partial];
    for (let i = quarter * ROWS; i < size; i++) {
      for (let lane = 0; lane < lanes; lane++) partial[lane] += source[from + i * step + lane];
    }
    for (let k = 1; k < ROWS; k++) {
      for (let lane = 0; lane < lanes; lane++) partial[lane] += partial[k * lanes + lane];
    }
    return partial[0];
  }

  /** Four rows of vectors at once, `apart` from each other; partial sums of a level move up when it is full. */
  #rows(from: number, step: number, apart: number, size: number, lanes: number): void {
    const [source, partial] = [this.#source, this.#partial];
    const width = ROWS * lanes;
    partial.fill(0);
    const bits = Math.max(4, Math.floor((size <= 2 ? 1 : 32 - Math.clz32(size - 1)) / LEVELS));
    const full = 1 << bits;
    const add = (i: number): void => {
      for (let k = 0, at = 0; k < ROWS; k++) {
        const start = from + i * step + k * apart;
        for (let lane = 0; lane < lanes; lane++) partial[at++] += source[start + lane];
      }
    };
    let i = 0;
    while (i + full <= size) {
      for (let j = 0; j < full; j++, i++) add(i);
      for (let level = 1; level < LEVELS; level++) {
        for (let at = 0; at < width; at++) {
          partial[level * width + at] += partial[(level - 1) * width + at];
          partial[(level - 1) * width + at] = 0;
        }
        if ((i & ((full - 1) << (level * bits))) !== 0) break;
      }
    }
    for (; i < size; i++) add(i);
    for (let level = 1; level < LEVELS; level++) {
      for (let at = 0; at < width; at++) partial[at] += partial[level * width + at];
    }
  }
}
