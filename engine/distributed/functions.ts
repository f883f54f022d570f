/**
 * The functions of `torch.distributed`, with PyTorch's names and order of arguments. All that talk to other ranks are
 * promises: crossing threads takes time, and JavaScript does not block.
 */

import { byName } from '../core/call.ts';
import { uint8 } from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import type { Tensor } from '../core/tensor.ts';
import { cpu } from '../devices/cpu/device.ts';
import { filled } from '../ops/creation.ts';
import type { ProcessGroup } from './group.ts';
import { checkOp, ReduceOp } from './reduce-op.ts';
import { describe, fromHost, piecesOf, Ring, toHost, unpack } from './ring.ts';

/** The functions as a rank sees them. `current` says which rank that is. */
export function functionsOf(current: () => ProcessGroup) {
  return {
    get_rank: (): number => current().rank,
    get_world_size: (): number => current().size,
    /** What this rank has sent so far. Not in PyTorch, whose profiler tells. */
    traffic: (): { messages: number; bytes: number } => ({ ...current().traffic }),
    ...betweenTwo(current),
    ...withOne(current),
    ...amongAll(current),
  };
}

/** From one rank to another, which has to expect it. */
function betweenTwo(current: () => ProcessGroup) {
  return {
    /** Sends a tensor to one rank, which has to `recv` it. */
    send: byName('tensor, dst', async function send(tensor: Tensor, dst: number): Promise<void> {
      const host = await toHost(tensor);
      current().post(dst, 'pair', { call: 'send', given: describe(tensor), data: host.toTypedArray() });
    }),

    /** Overwrites `tensor` with what rank `src` sends; gives `src`. */
    recv: byName('tensor, src', async function recv(tensor: Tensor, src: number): Promise<number> {
      const parcel = await current().take(src, 'pair');
      if (parcel.given !== describe(tensor)) {
        throw new RuntimeError(
          `rank ${src} sent a tensor ${parcel.given}, but rank ${current().rank} receives into one ${describe(tensor)}`,
        );
      }
      fromHost(tensor, unpack(parcel, tensor));
      return src;
    }),
  };
}

/** A collective call: in its turn, and if it fails it fails on every rank. */
function collective<T>(
  group: ProcessGroup,
  name: string,
  given: string,
  body: (ring: Ring) => Promise<T>,
): Promise<T> {
  return group.inTurn(async () => {
    try {
      return await body(new Ring(group, name, given));
    } catch (error) {
      group.abort((error as Error).message);
      throw error;
    }
  });
}

/** Collective calls in which one rank gives, or gets, what all have in the end, or had. */
function withOne(current: () => ProcessGroup) {
  return {
    /** Overwrites every rank's tensor with that of rank `src`. */
    broadcast: byName('tensor, src', async function broadcast(tensor: Tensor, src: number): Promise<void> {
      checkRank(src, current());
      await collective(current(), 'broadcast', `${describe(tensor)}, src=${src}`, async (ring) => {
        const host = await toHost(tensor);
        await ring.broadcast(host, src);
        fromHost(tensor, host);
      });
    }),

    /** Overwrites rank `dst`'s tensor with the sum (or what `op` says) of all ranks'. */
    reduce: byName(
      'tensor, dst, op',
      async function reduce(tensor: Tensor, dst: number, op: ReduceOp = ReduceOp.SUM): Promise<void> {
        checkOp(op);
        checkRank(dst, current());
        await collective(current(), 'reduce', `${describe(tensor)}, dst=${dst}, op=${op}`, async (ring) => {
          const host = await toHost(tensor);
          await ring.reduce(host, dst, op);
          fromHost(tensor, host);
        });
      },
    ),
  };
}

/** Collective calls in which all ranks give and get. */
function amongAll(current: () => ProcessGroup) {
  return {
    /** Overwrites every rank's tensor with the sum (or what `op` says) of all ranks': the same numbers on each, to the bit. */
    all_reduce: byName(
      'tensor, op',
      async function all_reduce(tensor: Tensor, op: ReduceOp = ReduceOp.SUM): Promise<void> {
        checkOp(op);
        await collective(current(), 'all_reduce', `${describe(tensor)}, op=${op}`, async (ring) => {
          const host = await toHost(tensor);
          const pieces = piecesOf(host, current().size);
          await ring.reduceScatter(pieces, op);
          await ring.allGather(pieces);
          fromHost(tensor, host);
        });
      },
    ),

    /** Fills `tensor_list` with every rank's tensor, in the order of ranks. */
    all_gather: byName(
      'tensor_list, tensor',
      async function all_gather(tensor_list: Tensor[], tensor: Tensor): Promise<void> {
        checkList('tensor_list', tensor_list, tensor, current());
        await collective(current(), 'all_gather', describe(tensor), async (ring) => {
          const hosts = await Promise.all(tensor_list.map(toHost));
          hosts[current().rank] = await toHost(tensor);
          await ring.allGather(hosts);
          for (const [k, host] of hosts.entries()) fromHost(tensor_list[k], host);
        });
      },
    ),

    /** Overwrites `output` with the sum over all ranks of the entry of `input_list` that is for this rank. */
    reduce_scatter: byName(
      'output, input_list, op',
      async function reduce_scatter(
        output: Tensor,
        input_list: Tensor[],
        op: ReduceOp = ReduceOp.SUM,
      ): Promise<void> {
        checkOp(op);
        checkList('input_list', input_list, output, current());
        await collective(current(), 'reduce_scatter', `${describe(output)}, op=${op}`, async (ring) => {
          const hosts = await Promise.all(input_list.map(toHost));
          await ring.reduceScatter(hosts, op);
          fromHost(output, hosts[current().rank]);
        });
      },
    ),

    /** Waits until every rank has come here. */
    async barrier(): Promise<void> {
      // The last mark to come in has passed through all other ranks: nobody can be done before everybody has begun.
      const marks = Array.from({ length: current().size }, () => filled([1], 0, uint8, cpu));
      await collective(current(), 'barrier', '', (ring) => ring.allGather(marks));
    },
  };
}

export type Distributed = ReturnType<typeof functionsOf>;

/** @throws ValueError for a rank outside of the group */
function checkRank(rank: number, { size }: ProcessGroup): void {
  if (Number.isInteger(rank) && rank >= 0 && rank < size) return;
  throw new ValueError(`there is no rank ${rank} in a group of ${size}: ranks go from 0 to ${size - 1}`);
}

/** @throws ValueError for a list that has not one tensor a rank, each like `tensor` */
function checkList(name: string, list: readonly Tensor[], tensor: Tensor, { size }: ProcessGroup): void {
  if (list.length !== size) {
    throw new ValueError(
      `${name} should hold a tensor for each of the ${size} ranks, but holds ${list.length}`,
    );
  }
  const odd = list.findIndex((each) => describe(each) !== describe(tensor));
  if (odd < 0) return;
  throw new ValueError(
    `${name}[${odd}] is a tensor ${describe(list[odd])}, which differs from the other tensor, ${describe(tensor)}`,
  );
}
