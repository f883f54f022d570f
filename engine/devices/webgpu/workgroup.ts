/** How invocations share a row, and how they join their partial results. */

import type { GpuDevice } from './device.ts';
import { mainOver } from './kernels.ts';
import { type Kind, wgslType } from './layout.ts';
import { mainPerGroup } from './rows.ts';

/** The invocations of one row: a workgroup, or a single one where barriers cost more than they bring. */
export interface Team {
  readonly lanes: number;
  /** Declarations and the opening of `main`: `number` is the row's, `lane` that of the invocation in its team. */
  opening(kind: Kind, count: string): string;
  /** Code after which `name` is, in every invocation, what the `part`s of all of them come to. */
  join(name: string, part: string, step: (a: string, b: string) => string): string;
  workgroups(rows: number): number;
}

export const lanes = 64;
const groups = 8;

const workgroupTeam: Team = {
  lanes,
  opening: (kind, count) => `var<workgroup> join_all: array<${wgslType[kind]}, ${lanes}>;
var<workgroup> join_groups: array<${wgslType[kind]}, ${groups}>;
${mainPerGroup(lanes, count)}`,
  // Two steps with a barrier after each: half of the invocations at a time would take six.
  join: (name, part, step) => `
  join_all[lane] = ${part};
  workgroupBarrier();
  if (lane < ${groups}u) {
    var own = join_all[lane];
    for (var k = lane + ${groups}u; k < ${lanes}u; k += ${groups}u) { let other = join_all[k]; own = ${step('own', 'other')}; }
    join_groups[lane] = own;
  }
  workgroupBarrier();
  var ${name} = join_groups[0];
  for (var k = 1u; k < ${groups}u; k++) { let other = join_groups[k]; ${name} = ${step(name, 'other')}; }`,
  workgroups: (rows) => rows,
};

const single: Team = {
  lanes: 1,
  opening: (_, count) => {
    const main = mainOver(lanes, count).replace('lane: u32', 'own_lane: u32').replace('+ lane', '+ own_lane');
    return `${main}
  let number = i;
  let lane = 0u;`;
  },
  join: (name, part) => `let ${name} = ${part};`,
  workgroups: (rows) => Math.ceil(rows / lanes),
};

export function teamFor({ context }: GpuDevice): Team {
  return context.isSoftware ? single : workgroupTeam;
}
