import { describe, expect, it } from 'vitest';
import * as torch from '../index.ts';
import { piecesOf } from './ring.ts';

const { spawn } = torch.multiprocessing;
const { ReduceOp } = torch.distributed;

/** Each rank's own tensor, different on every rank. */
const own = (rank: number, sizes: number[]) =>
  torch.rand(sizes, { generator: new torch.Generator().manual_seed(rank) });
const same = async (a: torch.Tensor, b: torch.Tensor) => expect(await a.tolist()).toEqual(await b.tolist());
const close = async (a: torch.Tensor, b: torch.Tensor) => expect(await torch.allclose(a, b)).toBe(true);

describe.each([1, 2, 3, 4, 7])('%i ranks', (nprocs) => {
  it.each([[[12]], [[5]], [[]], [[3, 7]], [[0]]])(
    'all_reduce of size %j: the same on all ranks',
    async (sizes) => {
      const results: torch.Tensor[] = [];
      await spawn(
        async (rank, dist) => {
          results[rank] = own(rank, sizes);
          await dist.all_reduce(results[rank]);
        },
        { nprocs },
      );
      const expected = torch.stack(results.map((_, rank) => own(rank, sizes))).sum(0);
      for (const result of results) {
        await close(result, expected);
        await same(result, results[0]);
      }
    },
  );

  it.each([
    ['AVG', (all: torch.Tensor) => all.mean(0)],
    ['PRODUCT', (all: torch.Tensor) => all.prod(0)],
    ['MIN', (all: torch.Tensor) => all.amin(0)],
    ['MAX', (all: torch.Tensor) => all.amax(0)],
  ] as const)('all_reduce, reduce and reduce_scatter by %s', async (op, expected) => {
    const all = torch.stack(Array.from({ length: nprocs }, (_, rank) => own(rank, [nprocs, 3])));
    await spawn(
      async (rank, dist) => {
        const reduced = own(rank, [nprocs, 3]);
        await dist.all_reduce(reduced, { op: ReduceOp[op] });
        await close(reduced, expected(all));
        const last = own(rank, [nprocs, 3]);
        await dist.reduce(last, { dst: nprocs - 1, op });
        await close(last, rank === nprocs - 1 ? expected(all) : all.index(rank));
        const row = torch.zeros(3);
        await dist.reduce_scatter(row, own(rank, [nprocs, 3]).unbind(0), op);
        await close(row, expected(all).index(rank));
      },
      { nprocs },
    );
  });

  it('broadcast, all_gather and barrier', async () => {
    let arrived = 0;
    await spawn(
      async (rank, dist) => {
        const told = torch.full([2], rank);
        await dist.broadcast(told, nprocs - 1);
        expect(await told.tolist()).toEqual([nprocs - 1, nprocs - 1]);
        const gathered = Array.from({ length: nprocs }, () => torch.zeros(2, { dtype: torch.int64 }));
        await dist.all_gather(gathered, torch.tensor([rank, 10 * rank]));
        expect(await torch.stack(gathered).tolist()).toEqual(gathered.map((_, k) => [k, 10 * k]));
        await new Promise((done) => setTimeout(done, 3 * rank));
        arrived++;
        await dist.barrier();
        expect(arrived).toBe(nprocs);
      },
      { nprocs },
    );
  });

  it('an all_reduce sends 2 (p - 1) / p of the tensor, to one neighbour', async () => {
    const sent: number[] = [];
    await spawn(
      async (rank, dist) => {
        await dist.all_reduce(torch.zeros(7 * 4 * 3));
        sent[rank] = dist.traffic().bytes;
      },
      { nprocs },
    );
    expect(sent).toEqual(sent.map(() => (2 * (nprocs - 1) * 7 * 4 * 3 * 4) / nprocs));
  });
});

describe('in words', () => {
  const failing = (fn: Parameters<typeof spawn>[0], nprocs = 3) => expect(spawn(fn, { nprocs })).rejects;

  it('ranks whose tensors differ are told, and none is left waiting', async () => {
    const told: string[] = [];
    const run = spawn(
      async (rank, dist) => {
        try {
          await dist.all_reduce(torch.zeros(rank === 1 ? 4 : 3));
        } catch (error) {
          told[rank] = (error as Error).message;
          throw error;
        }
      },
      { nprocs: 3 },
    );
    await expect(run).rejects.toThrow(/All ranks must make the same calls/);
    await new Promise((done) => setTimeout(done, 5));
    expect(
      told.filter((text) => /\[3\] torch\.float32.*\[4\]|\[4\] torch\.float32.*\[3\]/.test(text)),
    ).toHaveLength(3);
  });

  it('a rank that throws ends the others', async () => {
    await failing(async (rank, dist) => {
      if (rank === 2) throw new Error('no disk');
      await dist.barrier();
    }).toThrow('no disk');
  });

  it('a rank out of range, itself, a list of another length, an op that is none', async () => {
    await failing((_, dist) => dist.broadcast(torch.zeros(1), 3)).toThrow(
      'there is no rank 3 in a group of 3',
    );
    await failing((rank, dist) => dist.send(torch.zeros(1), rank)).toThrow('cannot send to itself');
    await failing((_, dist) => dist.all_gather([torch.zeros(1)], torch.zeros(1))).toThrow(
      'for each of the 3 ranks',
    );
    await failing((_, dist) => dist.all_reduce(torch.zeros(1), 'MEAN' as 'AVG')).toThrow(
      'op should be one of',
    );
  });

  it('a thread without a group', () => {
    expect(torch.distributed.is_initialized()).toBe(false);
    expect(() => torch.distributed.get_rank()).toThrow('Default process group has not been initialized');
  });
});

it('send and recv pass a tensor from rank to rank', async () => {
  const passed = torch.zeros(2, 3);
  await spawn(
    async (rank, dist) => {
      if (rank === 0) await dist.send(own(9, [2, 3]).t().contiguous().t(), 1);
      else expect(await dist.recv(passed, 0)).toBe(0);
    },
    { nprocs: 2 },
  );
  await same(passed, own(9, [2, 3]));
});

it('calls that nobody awaits keep their order', async () => {
  const [a, b] = [torch.ones(5), torch.ones(3)];
  await spawn(
    async (rank, dist) => {
      const [mine, other] = rank === 0 ? [a, b] : [torch.ones(5), torch.ones(3)];
      await Promise.all([dist.all_reduce(mine), dist.broadcast(other.mul_(rank), 1), dist.all_reduce(mine)]);
    },
    { nprocs: 3 },
  );
  expect([await a.tolist(), await b.tolist()]).toEqual([
    [9, 9, 9, 9, 9],
    [1, 1, 1],
  ]);
});

it('pieces are views, as equal as can be', () => {
  const whole = torch.arange(7);
  expect(piecesOf(whole, 3).map((piece) => piece.numel())).toEqual([3, 2, 2]);
  expect(piecesOf(whole, 9).map((piece) => piece.numel())).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 0]);
});
