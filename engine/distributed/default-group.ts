/** The group that a thread belongs to, as in PyTorch, where a process belongs to one. */

import { byName } from '../core/call.ts';
import { ValueError } from '../core/errors.ts';
import { type Port, ProcessGroup } from './group.ts';

let group: ProcessGroup | null = null;

export interface InitOptions {
  rank: number;
  world_size: number;
  /** A port to every other rank: one end of a MessageChannel, whose other end that rank was given. */
  ports?: ReadonlyMap<number, Port>;
}

/** Makes this thread rank `rank` of `world_size`. The ports take the place of PyTorch's addresses and network. */
export function init_process_group({ rank, world_size, ports = new Map() }: InitOptions): void {
  if (group) throw new ValueError('trying to initialize the default process group twice!');
  group = new ProcessGroup(rank, world_size, ports);
}

/** Whether this thread is a rank. */
export function is_initialized(): boolean {
  return group !== null;
}

/** Leaves the group, and closes its ports. */
export function destroy_process_group(): void {
  defaultGroup().close();
  group = null;
}

/** Tells all ranks that this one has failed, for `reason`: whatever they wait for then throws. */
export const abort_process_group = byName('reason', function abort_process_group(reason: string): void {
  defaultGroup().abort(reason);
});

/** @throws ValueError before init_process_group */
export function defaultGroup(): ProcessGroup {
  if (group) return group;
  throw new ValueError(
    'Default process group has not been initialized, please make sure to call init_process_group.',
  );
}
