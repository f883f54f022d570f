/**
 * The collective calls. The ranks stand in a ring: each sends to the next one alone and receives from the one before,
 * so no rank is a bottleneck. For n bytes and p ranks, an all-reduce sends 2 (p - 1) / p * n bytes a rank, however
 * many there are.
 */

import { withGradMode } from '../autograd/modes.ts';
import { RuntimeError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import { cpuArray } from '../core/reading.ts';
import { shapeText } from '../core/shape.ts';
import { allocate, type Tensor } from '../core/tensor.ts';
import { cpu } from '../devices/cpu/device.ts';
import type { Parcel, ProcessGroup } from './group.ts';
import { finish, join, type ReduceOp } from './reduce-op.ts';

/** One collective call on one rank: who it is, and what it was called with. */
export class Ring {
  readonly #group: ProcessGroup;
  readonly #call: string;
  readonly #given: string;

  constructor(group: ProcessGroup, call: string, given: string) {
    this.#group = group;
    this.#call = call;
    this.#given = given;
  }

  /**
   * Adds up piece by piece: in step s, rank r sends piece r - 1 - s and joins piece r - 2 - s with what it receives.
   * After p - 1 steps piece r of rank r holds the sum of all ranks, and the other pieces hold parts of sums.
   */
  async reduceScatter(pieces: readonly Tensor[], op: ReduceOp): Promise<void> {
    const { rank, size } = this.#group;
    for (let step = 0; step < size - 1; step++) {
      this.send(pieces[wrap(rank - 1 - step, size)]);
      const mine = pieces[wrap(rank - 2 - step, size)];
      join(mine, await this.receive(mine), op);
    }
    finish(pieces[rank], op, size);
  }

  /** Hands finished pieces round: in step s, rank r sends piece r - s and overwrites piece r - 1 - s. */
  async allGather(pieces: readonly Tensor[]): Promise<void> {
    const { rank, size } = this.#group;
    for (let step = 0; step < size - 1; step++) {
      this.send(pieces[wrap(rank - step, size)]);
      const mine = pieces[wrap(rank - 1 - step, size)];
      mine.copy_(await this.receive(mine));
    }
  }

  /** From `src` round the ring until everybody has it. */
  async broadcast(whole: Tensor, src: number): Promise<void> {
    const { rank, size } = this.#group;
    if (rank !== src) whole.copy_(await this.receive(whole));
    if (wrap(rank + 1, size) !== src) this.send(whole);
  }

  /** Round the ring to `dst`, with everybody's own joined on the way. */
  async reduce(whole: Tensor, dst: number, op: ReduceOp): Promise<void> {
    const { rank, size } = this.#group;
    const sum = whole.clone();
    if (wrap(rank - 1, size) !== dst) join(sum, await this.receive(sum), op);
    if (rank !== dst) return this.send(sum);
    finish(sum, op, size);
    whole.copy_(sum);
  }

  send(piece: Tensor): void {
    const { rank, size } = this.#group;
    const parcel = { call: this.#call, given: this.#given, data: piece.toTypedArray() };
    this.#group.post(wrap(rank + 1, size), 'collective', parcel);
  }

  /** What the rank before has sent, as a tensor like `piece`. @throws RuntimeError where that rank is in another call */
  async receive(piece: Tensor): Promise<Tensor> {
    const { rank, size } = this.#group;
    const before = wrap(rank - 1, size);
    const parcel = await this.#group.take(before, 'collective');
    if (parcel.call !== this.#call || parcel.given !== this.#given) {
      throw new RuntimeError(
        `rank ${before} called ${parcel.call}(${parcel.given}) while rank ${rank} called ${this.#call}(${this.#given}). All ranks must make the same calls in the same order, with tensors of one shape and dtype`,
      );
    }
    return unpack(parcel, piece);
  }
}

/** A parcel's data as a tensor of that shape and dtype. */
export function unpack({ data }: Parcel, like: Tensor): Tensor {
  const tensor = allocate(like.sizes, like.dtype, cpu);
  (cpuArray(tensor) as Float32Array).set(data as Float32Array);
  return tensor;
}

/** A tensor in the words that ranks compare. */
export function describe({ sizes, dtype }: Tensor): string {
  return `${shapeText(sizes)} ${dtype}`;
}

/** A copy on the cpu that can be sent from and written to. */
export async function toHost(tensor: Tensor): Promise<Tensor> {
  const host = await tensor.detach().cpu();
  return withGradMode(false, () => host.contiguous().clone());
}

/** Writes what the ranks have agreed on into the caller's tensor. */
export function fromHost(tensor: Tensor, host: Tensor): void {
  withGradMode(false, () => tensor.copy_(host));
}

/** The flat tensor in one piece a rank, as equal as can be: views, some of them empty where there are more ranks than elements. */
export function piecesOf(host: Tensor, size: number): Tensor[] {
  return call<Tensor[]>('tensor_split', host.view([-1]), size);
}

function wrap(rank: number, size: number): number {
  return ((rank % size) + size) % size;
}
