/** `torch.multiprocessing`. */

import { type Distributed, functionsOf } from './functions.ts';
import { groupsInThread } from './group.ts';

/** What a rank does. In one thread it cannot tell by itself which rank it is, so it is handed its `dist`. */
// biome-ignore lint/suspicious/noExplicitAny: whatever arguments `args` holds
type RankFunction = (rank: number, dist: Distributed, ...args: any[]) => unknown;

/**
 * Calls `fn(rank, dist, ...args)` once for each rank. PyTorch starts a process for each; here they take turns in this
 * thread, each going on while the others wait, and `dist` is `torch.distributed` as that rank sees it. If one throws,
 * the others are told, and its error is thrown.
 * Source: https://docs.pytorch.org/docs/stable/multiprocessing.html#torch.multiprocessing.spawn
 */
export async function spawn(
  fn: RankFunction,
  { args = [], nprocs = 1 }: { args?: readonly unknown[]; nprocs?: number } = {},
): Promise<void> {
  const groups = groupsInThread(nprocs);
  const runs = groups.map(async (group) => {
    try {
      await fn(
        group.rank,
        functionsOf(() => group),
        ...args,
      );
    } catch (error) {
      group.abort(`rank ${group.rank} failed: ${error instanceof Error ? error.message : error}`);
      throw error;
    }
  });
  try {
    await Promise.all(runs);
  } finally {
    for (const group of groups) group.close();
  }
}
